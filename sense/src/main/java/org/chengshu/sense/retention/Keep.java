package org.chengshu.sense.retention;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** How long a product's readings and rollups are kept, in days of the city's calendar; what is not told is kept for ever. */
record Keep(Optional<Period> raw, Optional<Period> hour, Optional<Period> day) {
    static Keep read(JsonNode json) {
        return new Keep(period(json, "raw"), period(json, "hour"), period(json, "day"));
    }

    private static Optional<Period> period(JsonNode json, String name) {
        return Optional.ofNullable(json.get(name)).map(JsonNode::stringValue).map(Period::parse);
    }

    /** What was before this is no longer kept: a midnight in the city. */
    static Instant cut(Period kept, LocalDate today, ZoneId zone) {
        return today.minus(kept).atStartOfDay(zone).toInstant();
    }
}
