package org.chengshu.sense.store;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.chengshu.sense.codec.Columns;

/**
 * What points add to the hours of their series. Truth values count as 0 and 1; texts have no hour. Several threads may
 * add at once; what is read is whole once they have stopped.
 */
final class HourDeltas {
    static final long HOUR = 3_600_000_000L;

    private final Map<Long, Hour> hours = new ConcurrentHashMap<>();

    /** Points of one series in order of time. */
    void add(int series, Columns points) {
        Hour run = null;
        long number = 0;
        for (int at = 0; at < points.size(); at++) {
            if (points.kind(at) == Columns.TEXT) {
                continue;
            }
            long hour = Math.floorDiv(points.micros(at), HOUR);
            if (run == null || hour != number) {
                put(series, number, run);
                run = new Hour();
                number = hour;
            }
            run.add(points.micros(at), points.number(at));
        }
        put(series, number, run);
    }

    private void put(int series, long hour, Hour run) {
        if (run != null) {
            hours.merge(key(series, hour), run, Hour::plus);
        }
    }

    static long key(int series, long hour) {
        return ((long) series << 32) | (hour & 0xFFFF_FFFFL);
    }

    static int series(long key) {
        return (int) (key >> 32);
    }

    static long hour(long key) {
        return (int) key;
    }

    boolean holds(int series, long hour) {
        return hours.containsKey(key(series, hour));
    }

    Map<Long, Hour> hours() {
        return hours;
    }

    boolean isEmpty() {
        return hours.isEmpty();
    }

    /** One hour of one series, or what is added to it. */
    static final class Hour {
        long count;
        double sum;
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        double last;
        long lastTime = Long.MIN_VALUE;

        void add(long time, double number) {
            count++;
            sum += number;
            min = Math.min(min, number);
            max = Math.max(max, number);
            if (time > lastTime) {
                last = number;
                lastTime = time;
            }
        }

        static Hour of(Rollup rollup) {
            Hour hour = new Hour();
            hour.count = rollup.count();
            hour.sum = rollup.sum();
            hour.min = rollup.min();
            hour.max = rollup.max();
            hour.last = rollup.last();
            hour.lastTime = rollup.lastTime();
            return hour;
        }

        Rollup rollup(long begin) {
            return new Rollup(begin, count, sum, min, max, last, lastTime);
        }

        Hour plus(Hour other) {
            count += other.count;
            sum += other.sum;
            min = Math.min(min, other.min);
            max = Math.max(max, other.max);
            if (other.lastTime > lastTime) {
                last = other.last;
                lastTime = other.lastTime;
            }
            return this;
        }
    }
}
