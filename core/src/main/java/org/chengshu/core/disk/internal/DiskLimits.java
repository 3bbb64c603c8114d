package org.chengshu.core.disk.internal;

/**
 * From which free space on people are warned and nothing is taken in any more. Of the two ways to give a limit, bytes and
 * a share of the disk, the smaller counts, so that a small disk is not full from the start.
 */
record DiskLimits(long warnBytes, int warnPercent, long stopBytes, int stopPercent) {
    private static final int MORE_PERCENT = 125;

    DiskLimits {
        if (stopBytes < 1 || stopPercent < 1) {
            throw new IllegalArgumentException("disk limits are above zero");
        }
    }

    boolean warns(FreeSpace space) {
        return space.free() < Math.max(limit(warnBytes, warnPercent, space), stopsBelow(space));
    }

    /** @param stopped whether nothing is taken in just now: then a quarter more must be free to begin again */
    boolean stops(FreeSpace space, boolean stopped) {
        long limit = limit(stopBytes, stopPercent, space);
        return space.free() < (stopped ? limit / 100 * MORE_PERCENT : limit);
    }

    long stopsBelow(FreeSpace space) {
        return limit(stopBytes, stopPercent, space);
    }

    private static long limit(long bytes, int percent, FreeSpace space) {
        return Math.min(bytes, space.total() / 100 * percent);
    }
}
