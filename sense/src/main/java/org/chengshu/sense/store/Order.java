package org.chengshu.sense.store;

import java.util.Arrays;

/** Rows sorted by series and time, those of one series and time in the order in which they came. Pure. */
final class Order {
    private static final long ROW = 0xFFFF_FFFFL;

    private Order() {}

    static int[] of(ReadingRows rows) {
        long[] keys = new long[rows.size()];
        boolean sorted = true;
        for (int row = 0; row < keys.length; row++) {
            keys[row] = (long) rows.series(row) << 32 | row;
            sorted &= row == 0 || keys[row - 1] < keys[row];
        }
        if (!sorted) {
            Arrays.sort(keys);
        }
        int[] order = new int[keys.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = (int) (keys[i] & ROW);
        }
        int from = 0;
        while (from < order.length) {
            int to = end(rows, order, from);
            sortByTime(rows, order, from, to);
            from = to;
        }
        return order;
    }

    /** Where the run of one series ends. */
    static int end(ReadingRows rows, int[] places, int from) {
        int series = rows.series(places[from]);
        int to = from + 1;
        while (to < places.length && rows.series(places[to]) == series) {
            to++;
        }
        return to;
    }

    private static void sortByTime(ReadingRows rows, int[] order, int from, int to) {
        int disorder = from + 1;
        while (disorder < to && rows.micros(order[disorder - 1]) <= rows.micros(order[disorder])) {
            disorder++;
        }
        if (disorder >= to) {
            return;
        }
        Integer[] boxed = new Integer[to - from];
        Arrays.setAll(boxed, i -> order[from + i]);
        Arrays.sort(boxed, (a, b) -> Long.compare(rows.micros(a), rows.micros(b)));
        for (int i = 0; i < boxed.length; i++) {
            order[from + i] = boxed[i];
        }
    }
}
