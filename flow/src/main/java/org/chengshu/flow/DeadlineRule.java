package org.chengshu.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.chengshu.kernel.time.WorkCalendar;

/** How much time a stage may take, counted at a pace: calendar time or working time. Immutable. */
public record DeadlineRule(Duration allowed, Pace pace) {
    public DeadlineRule {
        Objects.requireNonNull(pace, "pace");
        if (!allowed.isPositive()) {
            throw new IllegalArgumentException("a deadline needs a positive time, not " + allowed);
        }
    }

    public static DeadlineRule calendar(Duration allowed) {
        return new DeadlineRule(allowed, new Pace.Calendar());
    }

    public static DeadlineRule working(Duration allowed, WorkCalendar calendar) {
        return new DeadlineRule(allowed, new Pace.Working(calendar));
    }

    /** When a thing that began at {@code start} and was never suspended is due. */
    public Instant due(Instant start) {
        return pace.plus(start, allowed);
    }

    /** The same rule with more time (延期). */
    public DeadlineRule extendedBy(Duration more) {
        return new DeadlineRule(allowed.plus(more), pace);
    }

    /** The deadline of a thing that begins now and may be suspended later. */
    public Deadline startingAt(Instant start) {
        return new Deadline(this, Clockwork.startedAt(start));
    }
}
