package org.chengshu.data.feed.jdbc;

import java.math.BigDecimal;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Set;
import org.chengshu.data.DataError;
import org.chengshu.data.feed.CanonicalText;
import org.chengshu.kernel.Fault;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The last value of the column that tells new rows from old ones, as text. Immutable. */
record Watermark(String by, String value) {
    private static final Set<Integer> NUMBERS =
            Set.of(Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT, Types.NUMERIC, Types.DECIMAL, Types.BIT);

    static Watermark of(JsonNode mark) {
        String by = mark.path("by").asString("");
        String value = mark.path("value").asString("");
        if (by.isEmpty() || value.isEmpty()) {
            throw new Fault(DataError.SOURCE_FAULTY, "the mark " + mark + " is none of a database");
        }
        return new Watermark(by, value);
    }

    JsonNode json() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        return node.put("by", by).put("value", value);
    }

    /** Some time earlier, so that rows which came late are seen. */
    Watermark before(int seconds) {
        Duration overlap = Duration.ofSeconds(seconds);
        if (overlap.isZero()) {
            return this;
        }
        return value.endsWith("Z")
                ? new Watermark(by, Instant.parse(value).minus(overlap).toString())
                : new Watermark(
                        by, CanonicalText.time(LocalDateTime.parse(value).minus(overlap)));
    }

    /** The rows that come after it. */
    Condition after(JdbcColumn column, Engine engine) {
        return DSL.condition("{0} > {1}", column.field(), bound(column, engine));
    }

    private Field<?> bound(JdbcColumn column, Engine engine) {
        if (engine == Engine.POSTGRESQL) {
            return DSL.field("cast({0} as {1})", DSL.val(value), DSL.name(column.typeName()));
        }
        if (NUMBERS.contains(column.sqlType())) {
            return DSL.val(new BigDecimal(value));
        }
        boolean time = column.sqlType() == Types.TIMESTAMP || column.sqlType() == Types.TIMESTAMP_WITH_TIMEZONE;
        return DSL.val(time ? value.replace('T', ' ').replace("Z", "") : value);
    }
}
