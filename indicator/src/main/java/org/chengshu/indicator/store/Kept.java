package org.chengshu.indicator.store;

import java.time.Instant;
import java.util.OptionalDouble;
import org.chengshu.indicator.compute.Computed;
import org.chengshu.indicator.compute.Outcome;
import tools.jackson.databind.JsonNode;

/** A value as it stands in the table. */
record Kept(
        Instant start,
        String key,
        String dimension,
        String member,
        String areaPath,
        OptionalDouble value,
        JsonNode attributes,
        JsonNode parts,
        double coverage,
        long count,
        int revision) {
    // Sums over the same rows in another order differ in their last digits.
    private static final double TOLERANCE = 1e-9;

    boolean tellsTheSame(Outcome outcome, JsonNode toldAttributes) {
        return same(value, outcome.value()) && attributes.equals(toldAttributes);
    }

    boolean restsOnTheSame(Computed computed, JsonNode toldParts) {
        Outcome outcome = computed.outcome();
        return count == outcome.count()
                && parts.equals(toldParts)
                && close(coverage, outcome.coverage())
                && areaPath.equals(computed.key().areaPath());
    }

    private static boolean same(OptionalDouble one, OptionalDouble other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isEmpty() && other.isEmpty();
        }
        return close(one.getAsDouble(), other.getAsDouble());
    }

    private static boolean close(double one, double other) {
        return Math.abs(one - other) <= TOLERANCE * Math.max(1, Math.abs(one));
    }
}
