package org.chengshu.data.feed;

import java.util.List;
import java.util.Optional;
import org.chengshu.kernel.Text;
import tools.jackson.databind.JsonNode;

/**
 * Rows on their way in, one after the other, as their source delivers them: a file, a table of another system, the pages of
 * a web service, changes as they happen. Cells are text; whoever has types (workbooks, databases) renders them in one
 * canonical form: numbers plain ({@code 12.5}), dates {@code 2026-01-31}, times ISO 8601, truth {@code true} or
 * {@code false}. Memory is constant whatever the number of rows. A {@code Fault} with {@code FEED_BROKEN} means that trying
 * again may help, one with {@code FEED_FAULTY} that it never will. Used by one thread at a time.
 */
public interface Feed extends AutoCloseable {
    /** The heads of the columns, in order; unique and not blank, the same from the first row to the last. */
    List<String> columns();

    /** Moves to the next row; false at the end. */
    boolean next();

    /** What the present row has in this column, counted from 0; empty when the source has no value there. */
    Optional<String> cell(int column);

    /** Where the present row stands: line of a file, row of a sheet, else its number; from 1. */
    long line();

    /** Why the present row cannot be trusted as it was read; its cells hold what could be read. */
    default Optional<Text> flaw() {
        return Optional.empty();
    }

    /** What the present row says happened. */
    default Change change() {
        return Change.PUT;
    }

    /** Where a later feed of the source goes on so that it delivers what comes after the present row. */
    default Optional<JsonNode> mark() {
        return Optional.empty();
    }

    /** What the source itself says it has delivered; asked once the feed is at its end. */
    FeedTotals totals();

    @Override
    void close();
}
