package org.chengshu.data.feed.jdbc;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;

import java.sql.Types;
import java.util.Optional;
import org.chengshu.data.feed.SumMethod;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/**
 * What differs between databases: how a value becomes its canonical text within the database itself, so that the database
 * can sum up just what it delivers, and how it sums.
 */
enum Engine {
    POSTGRESQL(SQLDialect.POSTGRES, SumMethod.PG64) {
        @Override
        Optional<Field<String>> text(JdbcColumn column) {
            Field<?> name = column.field();
            return Optional.of(
                    switch (column.typeName()) {
                        case "text", "varchar" -> field("{0}", String.class, name);
                        case "bytea" -> field("replace(encode({0}, 'base64'), E'\\n', '')", String.class, name);
                        case "timestamp" ->
                            field(
                                    "rtrim(rtrim(to_char({0}, {1}), '0'), '.')",
                                    String.class, name, inline("YYYY-MM-DD\"T\"HH24:MI:SS.US"));
                        case "timestamptz" ->
                            field(
                                    "rtrim(rtrim(to_char({0} at time zone 'UTC', {1}), '0'), '.') || 'Z'",
                                    String.class, name, inline("YYYY-MM-DD\"T\"HH24:MI:SS.US"));
                        default -> field("cast({0} as text)", String.class, name);
                    });
        }

        @Override
        Optional<String> guess() {
            return Optional.of("""
                    select c.reltuples::bigint from pg_class c join pg_namespace n on n.oid = c.relnamespace
                    where n.nspname = coalesce(nullif(?, ''), current_schema()) and c.relname = ?""");
        }

        @Override
        Field<?> sum(Field<String> text) {
            return field("sum(hashtextextended({0}, 0))", java.math.BigDecimal.class, text);
        }
    },
    MARIADB(SQLDialect.MARIADB, SumMethod.CRC32) {
        @Override
        Optional<Field<String>> text(JdbcColumn column) {
            Field<?> name = column.field();
            return Optional.of(
                    switch (column.sqlType()) {
                        case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB ->
                            field("replace(to_base64({0}), '\\n', '')", String.class, name);
                        case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> {
                            String zone = column.typeName().equals("timestamp") ? "Z" : "";
                            yield field(
                                    "concat(trim(trailing '.' from trim(trailing '0' from date_format({0}, {1}))), {2})",
                                    String.class, name, inline("%Y-%m-%dT%H:%i:%s.%f"), inline(zone));
                        }
                        default -> field("convert(cast({0} as char) using utf8mb4)", String.class, name);
                    });
        }

        @Override
        Optional<String> guess() {
            return Optional.of("""
                    select table_rows from information_schema.tables
                    where table_schema = coalesce(nullif(?, ''), database()) and table_name = ?""");
        }

        @Override
        Field<?> sum(Field<String> text) {
            return field("sum(crc32({0}))", java.math.BigDecimal.class, text);
        }
    },
    OTHER(SQLDialect.DEFAULT, SumMethod.NONE) {
        @Override
        Optional<Field<String>> text(JdbcColumn column) {
            return Optional.empty();
        }

        @Override
        Field<?> sum(Field<String> text) {
            return DSL.inline((Integer) null);
        }
    };

    private final SQLDialect dialect;
    private final SumMethod sums;

    Engine(SQLDialect dialect, SumMethod sums) {
        this.dialect = dialect;
        this.sums = sums;
    }

    static Engine of(String word) {
        return switch (word) {
            case "postgresql" -> POSTGRESQL;
            case "mariadb" -> MARIADB;
            default -> OTHER;
        };
    }

    SQLDialect dialect() {
        return dialect;
    }

    SumMethod sums() {
        return sums;
    }

    /** The expression by which the database writes the column's value; empty when it is rendered here. */
    abstract Optional<Field<String>> text(JdbcColumn column);

    abstract Field<?> sum(Field<String> text);

    /** Asks for schema and table about how many rows there are, where the database keeps a guess. */
    Optional<String> guess() {
        return Optional.empty();
    }
}
