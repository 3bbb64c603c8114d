package org.chengshu.kernel;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * Makes identifiers that sort by the time they were made, to the microsecond (UUID version 7 with increased clock
 * precision, RFC 9562 section 6.2, method 3): 48 bits of milliseconds, 12 bits of their 4096th parts, 62 random bits.
 * Safe for use by many threads.
 */
public final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private Ids() {}

    public static UUID at(Instant now) {
        return at(now, RANDOM.nextLong());
    }

    static UUID at(Instant now, long random) {
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, now);
        long part = Math.floorMod(micros, 1_000L) * 4_096 / 1_000;
        long high = (Math.floorDiv(micros, 1_000L) << 16) | VERSION_7 | part;
        long low = VARIANT | (random >>> 2);
        return new UUID(high, low);
    }
}
