package org.chengshu.core.jobs;

import java.time.Duration;

/**
 * How often a job is tried and how long it waits in between: {@code first}, then twice as long each time, never more than
 * {@code longest}. Immutable.
 *
 * @param attempts at least 1, the first included
 */
public record Retry(int attempts, Duration first, Duration longest) {
    private static final int MOST_DOUBLINGS = 30;

    public Retry {
        if (attempts < 1) {
            throw new IllegalArgumentException("a job is tried at least once, not " + attempts + " times");
        }
        if (first.isNegative() || first.isZero() || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException("pauses grow from " + first + " to " + longest);
        }
    }

    /** Five attempts, after 10 s, 20 s, 40 s and 80 s. */
    public static Retry usual() {
        return new Retry(5, Duration.ofSeconds(10), Duration.ofMinutes(10));
    }

    public static Retry never() {
        return new Retry(1, Duration.ofSeconds(1), Duration.ofSeconds(1));
    }

    /** The pause after so many failed attempts. */
    public Duration pauseAfter(int failed) {
        Duration pause = first.multipliedBy(1L << Math.clamp(failed - 1L, 0, MOST_DOUBLINGS));
        return pause.compareTo(longest) < 0 ? pause : longest;
    }
}
