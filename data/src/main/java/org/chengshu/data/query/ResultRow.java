package org.chengshu.data.query;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.chengshu.core.spi.FieldType;
import org.chengshu.data.Row;
import org.jooq.exception.DataAccessException;

/** The row at which a JDBC result stands; reads nothing that is not asked for. */
final class ResultRow implements Row {
    private final ResultSet results;
    private final List<Column> columns;

    ResultRow(ResultSet results, List<Column> columns) {
        this.results = results;
        this.columns = columns;
    }

    @Override
    public Optional<Object> value(int column) {
        return read(() -> Optional.ofNullable(columns.get(column).read(results, column + 1)));
    }

    @Override
    public String text(int column) {
        requireType(column, FieldType.TEXT);
        return read(() -> {
            String text = results.getString(column + 1);
            return text == null ? "" : text;
        });
    }

    @Override
    public double number(int column) {
        return read(() -> {
            double number = results.getDouble(column + 1);
            return results.wasNull() ? Double.NaN : number;
        });
    }

    @Override
    public Instant instant(int column) {
        requireType(column, FieldType.INSTANT);
        return read(() -> results.getObject(column + 1, OffsetDateTime.class).toInstant());
    }

    private void requireType(int column, FieldType type) {
        if (columns.get(column).type() != type) {
            throw new IllegalArgumentException("column " + columns.get(column) + " is not of type " + type);
        }
    }

    private static <T> T read(Reading<T> reading) {
        try {
            return reading.read();
        } catch (SQLException e) {
            throw new DataAccessException("cannot read the answer", e);
        }
    }

    @FunctionalInterface
    private interface Reading<T> {
        T read() throws SQLException;
    }
}
