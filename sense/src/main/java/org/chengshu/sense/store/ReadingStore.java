package org.chengshu.sense.store;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.chengshu.core.db.RoundTrip;
import org.chengshu.sense.codec.Columns;

/**
 * Where readings are kept, with the latest of each series and its hours; all SQL on readings is behind it. A batch is sifted
 * before its transaction, written within it and published once it has committed. Batches that are under way at the same
 * time have no series in common, which their writers see to. Safe for many threads.
 */
public interface ReadingStore {
    /** What a reading took as a row of a plain table with its key; a test measures it. */
    double PLAIN_BYTES = 130;

    /** Which rows are the first of their series and time, in the batch and in the store. Outside any transaction. */
    Fresh sift(ReadingRows rows);

    /** Writes them as one row, in the caller's transaction. If that rolls back nothing has happened. */
    void write(Fresh fresh);

    /** The same by a trip that others take too. */
    void write(Fresh fresh, RoundTrip trip);

    /** Makes them seen, once their transaction has committed. */
    void publish(Fresh fresh);

    /** Whether they are there although their commit was not answered: then they are published, not written again. */
    boolean isWritten(Fresh fresh);

    /** Whether what is not packed yet leaves room for more. */
    boolean hasRoom();

    /** Waits for room; false when there is none in that time. */
    boolean awaitRoom(Duration longest) throws InterruptedException;

    /** Brings the hours up to date, which otherwise happens every few seconds; outside any transaction. */
    void tellHours();

    /** The latest reading by series. */
    Map<Integer, Point> latest(Collection<Integer> series);

    /** The readings of [from, to) in order of time; if there are more than the limit, the last ones. */
    List<Point> points(int series, Instant from, Instant to, int limit);

    /** The readings of [from, to) of each series, column by column, in order of time; as many as there are. */
    Map<Integer, Columns> scan(Collection<Integer> series, Instant from, Instant to);

    /** The readings of [from, to) piece by piece, in order of time; for as many as there may be. */
    void each(int series, Instant from, Instant to, Consumer<Columns> taker);

    /** About how many readings there are in [from, to). */
    long count(int series, Instant from, Instant to);

    /** The hours of each series that begin in [from, to), in order, as all readings make them; none where there is none. */
    Map<Integer, List<Rollup>> hours(Collection<Integer> series, Instant from, Instant to);

    /**
     * The days of the city of each series from this one to before that one, in order, as all readings make them; none where
     * there is none.
     */
    Map<Integer, List<Rollup>> days(Collection<Integer> series, LocalDate from, LocalDate to);

    /** The readings of [from, to) in buckets counted from the origin; if there are more than the limit, the last ones. */
    List<Bucket> buckets(int series, Span span, Instant origin, int limit);

    /**
     * Takes the readings of [from, to) of these series away for good, from the hours too; answers how many there were. What
     * is stored meanwhile stays.
     */
    long erase(Set<Integer> series, Instant from, Instant to);

    /**
     * Puts other points in the place of stored ones, with hours, days and latest, in one transaction with the work
     * alongside; for series that the platform works out. The caller holds the device and is in no transaction. Nothing
     * before {@link #droppedUntil} may be amended.
     */
    void amend(Amendment amendment, Runnable alongside);

    /**
     * The last time (epoch microseconds) up to which readings of any of these series were dropped; the least number when
     * none were.
     */
    long droppedUntil(Set<Integer> series);

    /** Drops the packed readings of these series that end before; hours and latest stay. Answers how many readings. */
    long dropReadings(Collection<Integer> series, Instant before);

    /** Drops the hours of these series before a time; answers how many. */
    long dropHours(Collection<Integer> series, Instant before);

    /** Drops the days of these series before a day; answers how many. */
    long dropDays(Collection<Integer> series, LocalDate before);

    /** What the store takes. */
    Size size();

    /**
     * How large the store is.
     *
     * @param points readings that are packed, about
     * @param chunks rows that hold them
     * @param chunkBytes what they take on disk, with their index
     * @param unpackedPoints readings in memory that are not packed yet
     * @param blocks rows of the log
     * @param blockBytes what they take on disk
     * @param hours rows of hours, about
     * @param hourBytes what they take on disk, with their index
     */
    record Size(
            long points,
            long chunks,
            long chunkBytes,
            long unpackedPoints,
            long blocks,
            long blockBytes,
            long hours,
            long hourBytes) {}

    /** A stretch of time cut into buckets. */
    record Span(Instant from, Instant to, Duration bucket) {}

    /**
     * What another word on a series says: points that take the place of those it has at their times, and times (epoch
     * microseconds) at which it has none any more. Points are in order of time; their arrays are not to be changed afterwards.
     */
    record Amendment(int series, Columns put, Collection<Long> gone) {
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
}
