package org.chengshu.sense.store;

import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Where readings are kept, with the latest value of each series and its hours. All SQL on readings is behind it. */
public interface ReadingStore {
    /** Makes room for the times of these rows. Call it before the transaction that stores them. */
    void makeRoom(ReadingRows rows);

    /**
     * Stores what is not there yet, in the caller's transaction, and answers which rows that were: of two rows with one
     * series and time the first, and none of them if the reading was there before.
     */
    BitSet store(ReadingRows rows);

    /** The latest reading by series. */
    Map<Integer, Point> latest(Collection<Integer> series);

    /** The readings of [from, to) in order of time; if there are more than the limit, the last ones. */
    List<Point> points(int series, Instant from, Instant to, int limit);

    /** The readings of [from, to) in buckets counted from the origin; if there are more than the limit, the last ones. */
    List<Bucket> buckets(int series, Span span, Instant origin, int limit);

    /** A stretch of time cut into buckets. */
    record Span(Instant from, Instant to, Duration bucket) {}
}
