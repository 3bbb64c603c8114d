package org.chengshu.sense.link;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** The last times at which one device came. Pure; for one thread. */
final class Comings {
    private final Deque<Instant> times = new ArrayDeque<>();
    private final int most;
    private final Duration window;

    /** @param most how many comings within the window are still no flapping */
    Comings(int most, Duration window) {
        this.most = most;
        this.window = window;
    }

    void came(Instant at) {
        times.addLast(at);
        if (times.size() > most + 1) {
            times.removeFirst();
        }
    }

    int within(Instant now) {
        Instant from = now.minus(window);
        return (int) times.stream().filter(at -> at.isAfter(from)).count();
    }

    boolean tooOften(Instant now) {
        return within(now) > most;
    }

    boolean calm(Instant now) {
        return within(now) <= 1;
    }

    boolean over(Instant now) {
        return within(now) == 0;
    }
}
