package org.chengshu.indicator;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * One value of an indicator.
 *
 * @param grainStart the start of its period
 * @param key what it is about: {@code city}, {@code area:<code>} or {@code <field>:<value>}
 * @param dimension the area's code under {@code area}, or the field's value under its name; empty for the whole city
 * @param value absent when it has become unknown
 * @param attributes what is told beside the value, such as the primary pollutants
 * @param parts the inputs and steps that were known
 * @param coverage the part (0..1) of the inputs that were known
 * @param count how many rows or hourly values went in
 * @param revision counts from 1; with each change the former value is kept
 */
public record IndicatorValue(
        Instant grainStart,
        String key,
        Map<String, String> dimension,
        String areaPath,
        Optional<Double> value,
        Standing standing,
        JsonNode attributes,
        JsonNode parts,
        double coverage,
        long count,
        int revision,
        Instant computedAt) {
    public IndicatorValue {
        dimension = Map.copyOf(dimension);
    }
}
