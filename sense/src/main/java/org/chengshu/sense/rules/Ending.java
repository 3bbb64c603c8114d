package org.chengshu.sense.rules;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.chengshu.formula.Formula;

/**
 * How an alarm ends: by a condition of its own, so long after the rule's condition last held, or, without either, as soon as
 * that no longer holds. An alarm that only a person clears is over by the same signs, and waits.
 */
public record Ending(Optional<Formula> clear, Optional<Duration> after, boolean byHand) {
    public static final Ending WITH_CONDITION = new Ending(Optional.empty(), Optional.empty(), false);

    public Ending {
        Objects.requireNonNull(clear, "clear");
        if (after.filter(time -> !time.isPositive()).isPresent()) {
            throw new IllegalArgumentException("an alarm ends some time after");
        }
    }

    public static Ending when(Formula clear) {
        return new Ending(Optional.of(clear), Optional.empty(), false);
    }
}
