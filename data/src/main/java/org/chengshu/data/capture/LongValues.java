package org.chengshu.data.capture;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengshu.data.DataError;
import org.chengshu.data.feed.jdbc.PostgresLinks;
import org.chengshu.kernel.Fault;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;

/** Asks for long values that a change did not tell because they stayed as they were. Opens its connection when needed. */
final class LongValues implements AutoCloseable {
    private static final DSLContext SQL = DSL.using(SQLDialect.POSTGRES);

    private final Slot slot;
    private Optional<Connection> connection = Optional.empty();

    LongValues(Slot slot) {
        this.slot = slot;
    }

    /** As the row has them now; a row that has gone gives nothing, and a later change tells of that. */
    Map<String, Optional<String>> of(Map<String, String> key, List<String> columns) {
        Map<String, Optional<String>> values = new HashMap<>();
        columns.forEach(column -> values.put(column, Optional.empty()));
        List<Field<String>> asked = columns.stream()
                .map(column -> DSL.field("cast({0} as text)", String.class, DSL.name(column)))
                .toList();
        SelectConditionStep<?> select = SQL.select(asked)
                .from(DSL.table(DSL.name(slot.schema(), slot.table())))
                .where(DSL.noCondition());
        for (String name : key.keySet()) {
            select = select.and(DSL.condition("{0} = {1}", DSL.name(name), DSL.raw("?")));
        }
        try (PreparedStatement ask = connected().prepareStatement(SQL.render(select))) {
            int index = 1;
            for (String value : key.values()) {
                ask.setObject(index++, value, Types.OTHER);
            }
            try (ResultSet answer = ask.executeQuery()) {
                if (answer.next()) {
                    for (int i = 0; i < columns.size(); i++) {
                        values.put(columns.get(i), Optional.ofNullable(answer.getString(i + 1)));
                    }
                }
            }
            return values;
        } catch (SQLException e) {
            throw new Fault(DataError.FEED_BROKEN, PostgresLinks.words(e), e);
        }
    }

    private Connection connected() {
        if (connection.isEmpty()) {
            connection = Optional.of(slot.connect());
        }
        return connection.get();
    }

    @Override
    public void close() {
        connection.ifPresent(open -> {
            try {
                open.close();
            } catch (SQLException e) {
                throw new Fault(DataError.FEED_BROKEN, PostgresLinks.words(e), e);
            }
        });
    }
}
