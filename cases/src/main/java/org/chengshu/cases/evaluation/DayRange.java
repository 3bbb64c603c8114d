package org.chengshu.cases.evaluation;

import java.time.Instant;

/** From the first moment to before the last. */
record DayRange(Instant from, Instant to) {
    DayRange {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("a range ends after it begins, not " + from + " to " + to);
        }
    }

    boolean holds(Instant at) {
        return !at.isBefore(from) && at.isBefore(to);
    }
}
