package org.chengshu.kernel;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/**
 * Makes identifiers that sort by the time they were made (UUID version 7, RFC 9562): 48 bits of milliseconds, then 74
 * random bits. Safe for use by many threads.
 */
public final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private Ids() {}

    public static UUID at(Instant now) {
        return at(now.toEpochMilli(), RANDOM.nextLong(), RANDOM.nextLong());
    }

    static UUID at(long epochMillis, long randomHigh, long randomLow) {
        long high = (epochMillis << 16) | VERSION_7 | (randomHigh & 0x0fffL);
        long low = VARIANT | (randomLow >>> 2);
        return new UUID(high, low);
    }
}
