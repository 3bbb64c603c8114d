package org.chengshu.core.http.internal.limit;

import java.time.Duration;

/**
 * A bucket of requests that fills evenly and holds a minute's worth, so that a burst is served and a flood is not. Times
 * are nanoseconds of one steady clock. Safe for use by many threads.
 */
final class Bucket {
    static final Duration WINDOW = Duration.ofMinutes(1);

    private final int size;
    private final double perNano;
    private double left;
    private long at;

    Bucket(int size, long now) {
        this.size = size;
        this.perNano = size / (double) WINDOW.toNanos();
        this.left = size;
        this.at = now;
    }

    /** Takes one request out; returns how many are left, or a negative number when there was none. */
    synchronized int take(long now) {
        fill(now);
        if (left < 1) {
            return -1;
        }
        left -= 1;
        return (int) left;
    }

    /** How long until there is one again. */
    synchronized Duration untilOne() {
        return Duration.ofNanos((long) Math.ceil(Math.max(0, 1 - left) / perNano));
    }

    /** Whether it is as good as new, so that it need not be remembered. */
    synchronized boolean isFull(long now) {
        fill(now);
        return left >= size;
    }

    private void fill(long now) {
        left = Math.min(size, left + Math.max(0, now - at) * perNano);
        at = now;
    }

    int size() {
        return size;
    }
}
