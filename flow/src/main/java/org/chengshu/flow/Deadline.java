package org.chengshu.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A rule applied to a clock that may have been stopped: when a thing is due, and how it stands. Being done at the very
 * instant it is due is in time. Immutable.
 */
public record Deadline(DeadlineRule rule, Clockwork clock) {
    /** From this share of the allowed time on, a thing is due soon. */
    public static final int SOON_PERCENT = 80;

    public Deadline {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(clock, "clock");
    }

    /** When it is due; empty while it is suspended with time left. */
    public Optional<Instant> due() {
        return clock.dueAfter(rule.pace(), rule.allowed());
    }

    /** From when on it is due soon; empty while it is suspended before that. */
    public Optional<Instant> soon() {
        return clock.dueAfter(
                rule.pace(), rule.allowed().multipliedBy(SOON_PERCENT).dividedBy(100));
    }

    public Standing standing(Instant now) {
        if (due().filter(now::isAfter).isPresent()) {
            return Standing.OVERDUE;
        }
        return soon().filter(instant -> !now.isBefore(instant)).isPresent() ? Standing.DUE_SOON : Standing.ON_TIME;
    }

    /** The counted time that is left; negative once it is overdue. */
    public Duration remaining(Instant now) {
        return rule.allowed().minus(clock.elapsed(rule.pace(), now));
    }

    public Deadline suspendedAt(Instant instant) {
        return new Deadline(rule, clock.pausedAt(instant));
    }

    public Deadline resumedAt(Instant instant) {
        return new Deadline(rule, clock.resumedAt(instant));
    }

    public Deadline extendedBy(Duration more) {
        return new Deadline(rule.extendedBy(more), clock);
    }
}
