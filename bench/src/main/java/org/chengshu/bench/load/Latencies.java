package org.chengshu.bench.load;

/** How long things took, counted in steps of at most a hundredth of their length. For one thread. */
public final class Latencies {
    private static final int FINE_BITS = 7;
    private static final int FINE = 1 << FINE_BITS;
    private static final int LEVELS = 57;

    private final long[] counts = new long[LEVELS * FINE];
    private long total;
    private long most;

    public void add(long nanos) {
        counts[slot(Math.max(0, nanos))]++;
        total++;
        most = Math.max(most, nanos);
    }

    public long count() {
        return total;
    }

    /** In milliseconds. */
    public double percentile(double share) {
        long rank = (long) Math.ceil(total * share);
        long seen = 0;
        for (int i = 0; i < counts.length; i++) {
            seen += counts[i];
            if (seen >= rank && seen > 0) {
                return Math.min(most, upper(i)) / 1e6;
            }
        }
        return 0;
    }

    private static int slot(long nanos) {
        int level = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(nanos) - FINE_BITS);
        return level * FINE + (int) (nanos >>> level);
    }

    private static long upper(int slot) {
        int level = slot / FINE;
        return ((long) (slot % FINE) + 1) << level;
    }
}
