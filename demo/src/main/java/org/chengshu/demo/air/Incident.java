package org.chengshu.demo.air;

import java.time.Duration;
import java.time.Instant;

/** Something that goes wrong at one device from a moment on, until somebody has dealt with it or it has run its time. */
public record Incident(String device, Kind kind, Instant start, Duration longest, double strength) {
    /** What goes wrong. */
    public enum Kind {
        DUST,
        NOISE,
        DEAD,
        NONSENSE
    }

    boolean isOver(Instant now) {
        return now.isAfter(start.plus(longest));
    }
}
