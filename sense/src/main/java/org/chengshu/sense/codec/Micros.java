package org.chengshu.sense.codec;

import java.time.Duration;
import java.time.Instant;

/** Times as epoch microseconds, which is as precise as readings are stored. */
public final class Micros {
    /** Stands for no time. */
    public static final long NONE = Long.MIN_VALUE;

    private static final long SECOND = 1_000_000;

    private Micros() {}

    /** Cut to the microsecond, also before 1970. */
    public static long of(Instant time) {
        return Math.addExact(Math.multiplyExact(time.getEpochSecond(), SECOND), time.getNano() / 1_000);
    }

    public static long of(Duration duration) {
        return Math.addExact(Math.multiplyExact(duration.getSeconds(), SECOND), duration.getNano() / 1_000);
    }

    public static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, SECOND), Math.floorMod(micros, SECOND) * 1_000);
    }
}
