package org.chengshu.data.load.stage;

import java.util.ArrayList;
import java.util.List;
import org.chengshu.data.feed.FeedTotals.ColumnTotal;
import org.chengshu.data.feed.SumMethod;

/** Counts the values of each column and sums them up whatever their order. Not for many threads. */
final class Tally {
    private final SumMethod method;
    private final long[] present;
    private final long[] sums;

    Tally(SumMethod method, int columns) {
        this.method = method;
        this.present = new long[columns];
        this.sums = new long[columns];
    }

    Tally(SumMethod method, List<ColumnTotal> from) {
        this(method, from.size());
        for (int i = 0; i < from.size(); i++) {
            present[i] = from.get(i).present();
            sums[i] = from.get(i).sum();
        }
    }

    void add(int column, byte[] value) {
        present[column]++;
        sums[column] += Sum64.of(method, value);
    }

    void count(int column) {
        present[column]++;
    }

    boolean sums() {
        return method != SumMethod.NONE;
    }

    List<ColumnTotal> totals() {
        List<ColumnTotal> totals = new ArrayList<>(present.length);
        for (int i = 0; i < present.length; i++) {
            totals.add(new ColumnTotal(present[i], sums[i]));
        }
        return totals;
    }
}
