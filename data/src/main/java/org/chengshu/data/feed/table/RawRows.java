package org.chengshu.data.feed.table;

import java.util.Optional;
import org.chengshu.kernel.Text;

/** The rows of a sheet or of delimited text before anybody knows which of them are heads, titles and notes. */
public interface RawRows extends AutoCloseable {
    boolean next();

    /** How many cells the present row has. */
    int width();

    /** Empty when there is nothing; a text of no length where the source wrote one. */
    Optional<String> cell(int column);

    default boolean isBlank(int column) {
        return cell(column).filter(text -> !text.isBlank()).isEmpty();
    }

    /** Line or row, from 1. */
    long line();

    Optional<Text> flaw();

    /** Whether a row with fewer cells than heads was torn, as in delimited text. */
    boolean tearable();

    @Override
    void close();
}
