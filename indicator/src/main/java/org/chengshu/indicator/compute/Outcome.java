package org.chengshu.indicator.compute;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What was computed for one period and key.
 *
 * @param attributes texts, numbers, booleans, bilingual texts or lists of texts
 * @param parts the inputs and steps that were known
 * @param coverage the part (0..1) of the inputs that were known
 * @param count how many rows or hourly values went in
 */
public record Outcome(
        OptionalDouble value, Map<String, Object> attributes, Map<String, Double> parts, double coverage, long count) {
    public Outcome {
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
    }

    public static Outcome of(OptionalDouble value, long count) {
        return new Outcome(value, Map.of(), Map.of(), 1, count);
    }
}
