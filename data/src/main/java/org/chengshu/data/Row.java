package org.chengshu.data;

import java.time.Instant;
import java.util.Optional;

/**
 * The row a {@link RowReader} is at. Columns count from 0 in the order of the query. Values are {@code String},
 * {@code Double} or {@code Long}, {@code Boolean}, {@link Instant} or {@link java.time.LocalDate}, after the field's type.
 */
public interface Row {
    Optional<Object> value(int column);

    /** The text of a text column, empty when the database has none. */
    String text(int column);

    /** The number of a numeric column, NaN when the database has none. */
    double number(int column);

    /** The instant of a time column that the query's conditions keep from being absent. */
    Instant instant(int column);
}
