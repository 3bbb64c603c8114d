package org.chengshu.data.feed;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.chengshu.kernel.Text;
import tools.jackson.databind.JsonNode;

/**
 * Rows that something outside delivers, one after another, as texts as they were delivered; a source that has types renders
 * its canonical text (numbers plain, times ISO-8601 with offset, days ISO-8601, true and false). Used by one thread; whatever
 * breaks on the way is a {@code Fault} that says where.
 */
public interface Feed extends AutoCloseable {
    /** Names of the columns in order, each once and none blank. */
    List<String> columns();

    /** Moves to the next row; false after the last. */
    boolean next();

    /** The cell of the row it is at; empty where the source has none. */
    Optional<String> cell(int column);

    /** The line or row of the delivery that it is at, from 1, never falling. */
    long line();

    /** Why this row could not be read as one, such as a quote that never ends; it is then kept as rejected. */
    default Optional<Text> broken() {
        return Optional.empty();
    }

    /** What the row asks for; all but {@code PUT} are for datasets that are merged by key. */
    default Change change() {
        return Change.PUT;
    }

    /** Where the next incremental read may begin, of the rows so far. */
    default Optional<JsonNode> mark() {
        return Optional.empty();
    }

    /** About how many rows there are, when the source can say it cheaply. */
    default OptionalLong expected() {
        return OptionalLong.empty();
    }

    /** Whether opening it again gives the same rows in the same order, so that a broken load may go on where it was. */
    default boolean repeatable() {
        return false;
    }

    /** By which method the source sums its columns up; asked before the first row. */
    default SumMethod sums() {
        return SumMethod.NONE;
    }

    /** What the source itself tells of what it delivered, not what was counted while reading; asked after the last row. */
    default FeedTotals totals() {
        return FeedTotals.untold();
    }

    @Override
    void close();
}
