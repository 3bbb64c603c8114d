package org.chengshu.sense.store;

import java.util.BitSet;
import java.util.Optional;
import org.chengshu.sense.codec.Columns;
import org.chengshu.sense.codec.Micros;

/** What is in memory of one series: its latest point, and those that are in no chunk yet. Safe for many threads. */
final class SeriesState {
    private static final Columns NOTHING = new Columns(0);

    private final int series;
    private Columns latest = NOTHING;
    private Columns tail = NOTHING;
    /** No chunk of the series has a point after this one. */
    private long packedUntil = Long.MIN_VALUE;

    SeriesState(int series) {
        this.series = series;
    }

    int series() {
        return series;
    }

    /** As a checkpoint knows it. */
    synchronized void knowLatest(Columns point) {
        packedUntil = Math.max(packedUntil, point.micros(0));
        takeLatest(point, 0);
    }

    /** Marks which of the rows are new, and which only the chunks can tell. */
    synchronized void sift(ReadingRows rows, int[] order, int from, int to, BitSet fresh, BitSet doubtful) {
        long newest = newest();
        long last = Long.MIN_VALUE;
        for (int i = from; i < to; i++) {
            long time = rows.micros(order[i]);
            if (i > from && time == last) {
                continue;
            }
            last = time;
            if (time > newest || (time > packedUntil && !tail.holds(time))) {
                fresh.set(order[i]);
            } else if (time <= packedUntil && !tail.holds(time)) {
                doubtful.set(order[i]);
            }
        }
    }

    private long newest() {
        return latest.isEmpty() ? Long.MIN_VALUE : latest.micros(0);
    }

    /** Takes points in order of time; answers how many the tail has more. */
    synchronized int take(Columns points) {
        int before = tail.size();
        if (before == 0 || tail.micros(before - 1) < points.micros(0)) {
            if (tail == NOTHING) {
                tail = new Columns(points.size());
            }
            tail.addFrom(points, 0, points.size());
        } else {
            tail = Columns.union(tail, points);
        }
        takeLatest(points, points.size() - 1);
        return tail.size() - before;
    }

    private void takeLatest(Columns points, int at) {
        if (latest.isEmpty() || points.micros(at) > latest.micros(0)) {
            latest = points.slice(at, at + 1);
        }
    }

    synchronized Optional<Point> latest() {
        return latest.isEmpty()
                ? Optional.empty()
                : Optional.of(new Point(Micros.instant(latest.micros(0)), latest.value(0)));
    }

    /** What is in no chunk yet, of [from, to). */
    synchronized Columns tail(long from, long to) {
        return tail.isEmpty() ? NOTHING : tail.slice(tail.lowerBound(from), tail.lowerBound(to));
    }

    synchronized Columns tail() {
        return tail.isEmpty() ? NOTHING : tail.slice(0, tail.size());
    }

    synchronized int tailSize() {
        return tail.size();
    }

    synchronized boolean hasTail() {
        return !tail.isEmpty();
    }

    /** These are in chunks now. */
    synchronized void packed(Columns points) {
        packedUntil = Math.max(packedUntil, points.micros(points.size() - 1));
        Columns left = new Columns(Math.max(1, tail.size() - points.size()));
        int k = 0;
        for (int i = 0; i < tail.size(); i++) {
            while (k < points.size() && points.micros(k) < tail.micros(i)) {
                k++;
            }
            if (k == points.size() || points.micros(k) != tail.micros(i)) {
                left.addFrom(tail, i);
            }
        }
        tail = left.isEmpty() ? NOTHING : left;
    }

    /** The latest point once readings were deleted; without one when none is left. */
    synchronized void setLatest(Columns point) {
        latest = point;
    }
}
