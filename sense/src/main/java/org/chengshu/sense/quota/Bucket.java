package org.chengshu.sense.quota;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How much may come in a second, with some seconds' worth at once: the generic cell rate algorithm, which needs one number
 * only, the time at which all that was taken would have been sent at the even rate. For many threads, without locks.
 */
final class Bucket {
    static final long NEVER = Long.MAX_VALUE;
    /** How many seconds' worth may come at once. */
    static final int BURST_SECONDS = 5;

    private static final double NANOS = 1e9;
    private static final long BURST_NS = BURST_SECONDS * 1_000_000_000L;

    private final double perSecond;
    private final AtomicLong evenTime_ns = new AtomicLong(Long.MIN_VALUE);

    Bucket(double perSecond) {
        this.perSecond = perSecond;
    }

    /** How long to wait until so much may come: 0 is now, {@link #NEVER} when it is more than ever comes at once. */
    long wait_ns(double amount, long now_ns) {
        double cost = amount / perSecond * NANOS;
        if (cost > BURST_NS) {
            return NEVER;
        }
        long even = Math.max(evenTime_ns.get(), now_ns);
        return Math.max(0, even + (long) cost - BURST_NS - now_ns);
    }

    void take(double amount, long now_ns) {
        long cost = (long) (amount / perSecond * NANOS);
        evenTime_ns.accumulateAndGet(cost, (even, more) -> Math.max(even, now_ns) + more);
    }
}
