package org.chengshu.sense.store;

import java.util.Collection;
import java.util.TreeSet;
import org.chengshu.sense.codec.Columns;

/**
 * What another word on a series says: points that take the place of those it has at their times, and times (epoch
 * microseconds) at which it has none any more. Points are in order of time; their arrays are not to be changed afterwards.
 */
public record Amendment(int series, Columns put, Collection<Long> gone) {
    public Amendment {
        gone = new TreeSet<>(gone);
    }

    public boolean isEmpty() {
        return put.isEmpty() && gone.isEmpty();
    }

    public int size() {
        return put.size() + gone.size();
    }
}
