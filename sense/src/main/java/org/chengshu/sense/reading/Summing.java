package org.chengshu.sense.reading;

import java.util.Arrays;
import org.chengshu.sense.codec.Columns;
import org.chengshu.sense.store.Rollup;

/** Sums up the points of one series by buckets. Points come in order of time. Pure but for its state; for one thread. */
final class Summing {
    private final Grid grid;
    private final boolean keepsNumbers;
    private final long longestHold;
    private final long[] count;
    private final double[] sum;
    private final double[] min;
    private final double[] max;
    private final double[] first;
    private final double[] last;
    private final long[] lastTime;
    private final double[] area;
    private final double[] held;
    private final double[][] numbers;
    private int bucket;
    private boolean holds;
    private long heldSince;
    private double heldNumber;

    /** Numbers are kept for percentiles; a number holds until the next one, at most for so many microseconds. */
    Summing(Grid grid, boolean keepsNumbers, long longestHold) {
        this.grid = grid;
        this.keepsNumbers = keepsNumbers;
        this.longestHold = longestHold;
        int size = grid.size();
        count = new long[size];
        sum = new double[size];
        min = filled(size, Double.POSITIVE_INFINITY);
        max = filled(size, Double.NEGATIVE_INFINITY);
        first = new double[size];
        last = new double[size];
        lastTime = new long[size];
        area = new double[size];
        held = new double[size];
        numbers = new double[keepsNumbers ? size : 0][];
    }

    private static double[] filled(int size, double number) {
        double[] all = new double[size];
        Arrays.fill(all, number);
        return all;
    }

    /** The number that held when the stretch began. */
    void carryIn(long time, double number) {
        holds = true;
        heldSince = time;
        heldNumber = number;
    }

    void add(Columns points) {
        long[] edges = grid.edges();
        for (int at = 0; at < points.size(); at++) {
            if (points.kind(at) == Columns.TEXT) {
                continue;
            }
            long time = points.micros(at);
            while (time >= edges[bucket + 1] && bucket < grid.size() - 1) {
                bucket++;
            }
            add(bucket, time, points.number(at));
            hold(time);
            carryIn(time, points.number(at));
        }
    }

    private void add(int place, long time, double number) {
        if (keepsNumbers) {
            keep(place, number);
        }
        if (count[place]++ == 0) {
            first[place] = number;
        }
        sum[place] += number;
        min[place] = Math.min(min[place], number);
        max[place] = Math.max(max[place], number);
        last[place] = number;
        lastTime[place] = time;
    }

    private void keep(int place, double number) {
        double[] kept = numbers[place];
        int size = (int) count[place];
        if (kept == null) {
            kept = new double[8];
        } else if (size == kept.length) {
            kept = Arrays.copyOf(kept, size * 2);
        }
        kept[size] = number;
        numbers[place] = kept;
    }

    void add(Rollup rollup) {
        int place = grid.of(rollup.begin());
        count[place] += rollup.count();
        sum[place] += rollup.sum();
        min[place] = Math.min(min[place], rollup.min());
        max[place] = Math.max(max[place], rollup.max());
        if (rollup.lastTime() >= lastTime[place]) {
            last[place] = rollup.last();
            lastTime[place] = rollup.lastTime();
        }
    }

    /** The last number holds until then, and no longer than any. */
    void end(long time) {
        hold(time);
        holds = false;
    }

    private void hold(long until) {
        if (!holds) {
            return;
        }
        long[] edges = grid.edges();
        long end = Math.min(
                Math.min(until, edges[edges.length - 1]), heldSince + Math.min(longestHold, Long.MAX_VALUE / 4));
        long begin = Math.max(heldSince, edges[0]);
        if (begin >= end) {
            return;
        }
        for (int place = grid.of(begin); place < grid.size() && edges[place] < end; place++) {
            double length = Math.min(end, edges[place + 1]) - Math.max(begin, edges[place]);
            area[place] += length * heldNumber;
            held[place] += length;
        }
    }

    /** NaN where nothing is known: a gap. */
    double value(int place, Statistic statistic) {
        if (statistic.kind() == Statistic.Kind.TWA) {
            return held[place] == 0 ? Double.NaN : area[place] / held[place];
        }
        if (count[place] == 0) {
            return statistic.kind() == Statistic.Kind.COUNT ? 0 : Double.NaN;
        }
        return switch (statistic.kind()) {
            case MIN -> min[place];
            case MAX -> max[place];
            case AVG -> sum[place] / count[place];
            case SUM -> sum[place];
            case COUNT -> count[place];
            case FIRST -> first[place];
            case LAST -> last[place];
            case PERCENTILE -> percentile(place, statistic.percent());
            case TWA -> throw new IllegalStateException("told above");
        };
    }

    private double percentile(int place, double percent) {
        int size = (int) count[place];
        double[] sorted = Arrays.copyOf(numbers[place], size);
        Arrays.sort(sorted);
        double rank = percent / 100 * (size - 1);
        int below = (int) rank;
        int above = Math.min(below + 1, size - 1);
        return sorted[below] + (sorted[above] - sorted[below]) * (rank - below);
    }
}
