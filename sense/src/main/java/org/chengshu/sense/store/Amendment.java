package org.chengshu.sense.store;

import java.util.Collection;
import java.util.Collections;
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

    /** The first time it speaks of, when it is not empty. */
    public long first() {
        long ofPut = put.isEmpty() ? Long.MAX_VALUE : put.micros(0);
        return gone.isEmpty() ? ofPut : Math.min(ofPut, Collections.min(gone));
    }

    public long last() {
        long ofPut = put.isEmpty() ? Long.MIN_VALUE : put.micros(put.size() - 1);
        return gone.isEmpty() ? ofPut : Math.max(ofPut, Collections.max(gone));
    }

    public int size() {
        return put.size() + gone.size();
    }
}
