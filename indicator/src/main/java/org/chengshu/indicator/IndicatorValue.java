package org.chengshu.indicator;

import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * One value of an indicator.
 *
 * @param time the start of its period
 * @param key what it is about: {@code city}, {@code area:<code>} or {@code <field>:<value>}
 * @param dimension {@code area} or the field
 * @param member the area's code or the field's value; empty for the whole city
 * @param value absent when it has become unknown
 * @param attributes what is told beside the value, such as the primary pollutants
 * @param parts the inputs and steps that were known
 * @param coverage the part (0..1) of the inputs that were known
 * @param count how many rows or hourly values went in
 * @param revision counts from 1; with each change the former value is kept
 */
public record IndicatorValue(
        Instant time,
        String key,
        String dimension,
        String member,
        String areaPath,
        Optional<Double> value,
        Standing standing,
        JsonNode attributes,
        JsonNode parts,
        double coverage,
        long count,
        int revision,
        Instant computedAt) {}
