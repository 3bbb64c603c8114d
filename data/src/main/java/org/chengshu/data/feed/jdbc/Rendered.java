package org.chengshu.data.feed.jdbc;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Optional;
import org.chengshu.data.feed.CanonicalText;

/** Canonical text of what a driver gives, for databases that are not asked to write it themselves. */
final class Rendered {
    private Rendered() {}

    static Optional<String> text(ResultSet rows, int index, int sqlType) throws SQLException {
        return switch (sqlType) {
            case Types.DATE ->
                Optional.ofNullable(rows.getDate(index))
                        .map(day -> day.toLocalDate().toString());
            case Types.TIMESTAMP -> time(rows.getTimestamp(index));
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB ->
                Optional.ofNullable(rows.getBytes(index)).map(Base64.getEncoder()::encodeToString);
            default -> Optional.ofNullable(rows.getObject(index)).map(value -> text(value, rows, index));
        };
    }

    private static Optional<String> time(java.sql.Timestamp time) {
        return Optional.ofNullable(time).map(moment -> CanonicalText.time(moment.toLocalDateTime()));
    }

    private static String text(Object value, ResultSet rows, int index) {
        return switch (value) {
            case BigDecimal number -> CanonicalText.number(number);
            case Double number -> CanonicalText.number(number);
            case Float number -> CanonicalText.number(new BigDecimal(number.toString()));
            case LocalDateTime time -> CanonicalText.time(time);
            case OffsetDateTime time -> CanonicalText.time(time);
            case java.sql.Clob clob -> JdbcFeed.asking(() -> rows.getString(index));
            default -> value.toString();
        };
    }
}
