package org.chengshu.sense.rules;

import java.time.Duration;

/** So many observations at which the condition holds, within a time. */
public record Repeat(int times, Duration within) {
    public static final int MOST = 50;

    public Repeat {
        if (times < 2 || times > MOST || !within.isPositive()) {
            throw new IllegalArgumentException("a repeat is 2 to " + MOST + " times within some time");
        }
    }
}
