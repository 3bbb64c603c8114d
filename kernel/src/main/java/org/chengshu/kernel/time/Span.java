package org.chengshu.kernel.time;

import java.time.Duration;
import java.time.Instant;

/** A stretch of time that may be empty; an end before the start counts as empty, as when clocks are put forward. */
record Span(Instant start, Instant end) {
    Span {
        if (end.isBefore(start)) {
            end = start;
        }
    }

    Span from(Instant earliest) {
        return start.isBefore(earliest) ? new Span(earliest, end) : this;
    }

    Span until(Instant latest) {
        return end.isAfter(latest) ? new Span(start, latest.isBefore(start) ? start : latest) : this;
    }

    Duration length() {
        return Duration.between(start, end);
    }
}
