package org.chengshu.indicator.compute;

import java.time.Instant;
import java.time.ZoneId;

/**
 * A run of whole hours, counted from the epoch, and the local hour of the day at which each starts. An hour belongs to the
 * period in which it starts.
 */
public final class Hours {
    private static final long SECONDS = 3_600;

    private final long first;
    private final byte[] localHours;

    private Hours(long first, byte[] localHours) {
        this.first = first;
        this.localHours = localHours;
    }

    /** The hours that start from {@code from} to just before {@code to}. */
    public static Hours between(Instant from, Instant to, ZoneId zone) {
        long first = ceil(from);
        byte[] local = new byte[(int) Math.max(0, ceil(to) - first)];
        for (int i = 0; i < local.length; i++) {
            Instant start = Instant.ofEpochSecond((first + i) * SECONDS);
            local[i] = (byte) start.atZone(zone).getHour();
        }
        return new Hours(first, local);
    }

    public int length() {
        return localHours.length;
    }

    /** The position of the hour that holds the second; may lie outside of the run. */
    public int at(long epochSecond) {
        return (int) (Math.floorDiv(epochSecond, SECONDS) - first);
    }

    /** The position of the first hour that starts at the instant or after it, brought into the run. */
    public int from(Instant instant) {
        return Math.clamp(ceil(instant) - first, 0, localHours.length);
    }

    public int localHour(int position) {
        return localHours[position];
    }

    private static long ceil(Instant instant) {
        return Math.ceilDiv(instant.getEpochSecond() + (instant.getNano() > 0 ? 1 : 0), SECONDS);
    }
}
