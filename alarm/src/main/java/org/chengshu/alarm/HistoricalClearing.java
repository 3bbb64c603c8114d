package org.chengshu.alarm;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What an import hands in to clear a historical alarm, which is not open and so is named by its id: when its clear
 * condition was met (in the subject's own time) and the values that met it, keyed by property. Immutable.
 */
public record HistoricalClearing(AlarmId id, Instant clearedAt, Map<String, Object> values) {
    public HistoricalClearing {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(clearedAt, "clearedAt");
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}
