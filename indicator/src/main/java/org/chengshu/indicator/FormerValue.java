package org.chengshu.indicator;

import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What a value was before it changed; {@code preliminary} when its period was still running then. */
public record FormerValue(
        int revision,
        Optional<Double> value,
        JsonNode attributes,
        double coverage,
        long count,
        Instant computedAt,
        Instant replacedAt,
        boolean preliminary) {}
