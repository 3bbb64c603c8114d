package org.chengshu.alarm;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What a module hands in to clear the open alarm of a rule on a subject: when its clear condition was met (in the
 * subject's own time) and the values that met it, keyed by property. Immutable.
 */
public record Clearing(String ruleId, Subject subject, Instant clearedAt, Map<String, Object> values) {
    public Clearing {
        Objects.requireNonNull(ruleId, "ruleId");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(clearedAt, "clearedAt");
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}
