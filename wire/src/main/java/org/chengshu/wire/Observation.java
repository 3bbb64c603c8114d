package org.chengshu.wire;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one device saw at one time: at least one value by property name. Immutable; the values are sorted by name.
 */
public record Observation(Instant time, SortedMap<String, Value> values) {
    public Observation {
        Objects.requireNonNull(time, "time");
        if (values.isEmpty()) {
            throw new IllegalArgumentException("an observation needs a value");
        }
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    public static Observation of(Instant time, Map<String, Value> values) {
        return new Observation(time, new TreeMap<>(values));
    }

    public static Observation of(Instant time, String name, Value value) {
        return of(time, Map.of(name, value));
    }
}
