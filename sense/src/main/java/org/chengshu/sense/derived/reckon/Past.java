package org.chengshu.sense.derived.reckon;

import java.util.NavigableMap;
import java.util.TreeMap;

/** The last values of one property of a device, as far back as its longest window reaches. For one thread at a time. */
public final class Past {
    /** A series that reports faster than this in its window forgets the oldest. */
    private static final int MOST = 20_000;

    private final TreeMap<Long, Double> values = new TreeMap<>();

    public void put(long micros, double value, long longest) {
        values.putIfAbsent(micros, value);
        long oldest = values.lastKey() - longest;
        while (values.firstKey() <= oldest || values.size() > MOST) {
            values.pollFirstEntry();
        }
    }

    /** Whether all of a window that ends at a time is at hand. */
    public boolean reaches(long micros, long longest) {
        return values.isEmpty() || micros >= values.lastKey() || micros - longest >= values.firstKey();
    }

    public NavigableMap<Long, Double> within(long micros, long over) {
        return values.subMap(micros - over, false, micros, true);
    }
}
