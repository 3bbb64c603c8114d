package org.chengshu.data.query;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.chengshu.core.spi.FieldType;

/** One column of an answer and how its values are read. */
record Column(String name, FieldType type) {
    /** The value of this column as Java has it, or null as JDBC has it. */
    Object read(ResultSet results, int index) throws SQLException {
        return switch (type) {
            case TEXT -> results.getString(index);
            case NUMBER -> number(results, index);
            case INTEGER -> integer(results, index);
            case BOOLEAN -> bool(results, index);
            case INSTANT -> instant(results.getObject(index, OffsetDateTime.class));
            case DATE -> results.getObject(index, LocalDate.class);
        };
    }

    private static Object number(ResultSet results, int index) throws SQLException {
        double number = results.getDouble(index);
        return results.wasNull() || !Double.isFinite(number) ? null : (Object) number;
    }

    private static Object integer(ResultSet results, int index) throws SQLException {
        long number = results.getLong(index);
        return results.wasNull() ? null : (Object) number;
    }

    private static Object bool(ResultSet results, int index) throws SQLException {
        boolean yes = results.getBoolean(index);
        return results.wasNull() ? null : (Object) yes;
    }

    private static Object instant(OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
