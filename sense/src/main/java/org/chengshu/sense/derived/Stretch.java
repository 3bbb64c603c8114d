package org.chengshu.sense.derived;

import java.util.ArrayList;
import java.util.List;

/** A stretch of time to be looked at, both ends in (epoch microseconds), and the touches that asked for it. */
record Stretch(long low, long high, List<Long> touches) {
    /** Those that lie closer together become one. */
    private static final long NEAR = 3_600_000_000L;

    static Stretch of(Touch touch) {
        return new Stretch(touch.low(), touch.high(), List.of(touch.id()));
    }

    static Stretch of(long low, long high) {
        return new Stretch(low, high, List.of());
    }

    /** Adds one to those that are there, and joins those that lie near each other. */
    static void add(List<Stretch> stretches, Stretch one) {
        Stretch joined = one;
        for (Stretch near : stretches.stream().filter(one::isNear).toList()) {
            stretches.remove(near);
            joined = joined.with(near);
        }
        stretches.add(joined);
    }

    private boolean isNear(Stretch other) {
        return low - NEAR <= other.high && other.low - NEAR <= high;
    }

    private Stretch with(Stretch other) {
        List<Long> all = new ArrayList<>(other.touches);
        all.addAll(touches);
        return new Stretch(Math.min(low, other.low), Math.max(high, other.high), all);
    }
}
