package org.chengshu.sense.rulebook;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.chengshu.kernel.Severity;
import org.chengshu.kernel.Text;
import org.chengshu.sense.rules.ActiveHours;

/** A rule over the devices of each area of a kind, or of one group, by their latest values. */
public record SharedRule(
        String id,
        String product,
        Text title,
        Severity severity,
        Over over,
        SharedFormula when,
        Optional<SharedFormula> clear,
        Duration lasting,
        Duration maxAge,
        Optional<ActiveHours> hours,
        boolean byHand) {
    public SharedRule {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(product, "product");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(over, "over");
        Objects.requireNonNull(when, "when");
        Objects.requireNonNull(clear, "clear");
        Objects.requireNonNull(lasting, "lasting");
        Objects.requireNonNull(maxAge, "maxAge");
        Objects.requireNonNull(hours, "hours");
    }

    /** Whose devices are judged together. */
    public sealed interface Over {
        record EachArea(String kind) implements Over {}

        record OneGroup(String id) implements Over {}
    }
}
