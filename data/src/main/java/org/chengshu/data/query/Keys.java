package org.chengshu.data.query;

import java.time.ZoneId;
import org.chengshu.core.spi.FactField;
import org.chengshu.core.spi.FieldType;
import org.chengshu.data.DataError;
import org.chengshu.data.Grain;
import org.chengshu.data.GroupKey;
import org.chengshu.kernel.Fault;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Grouping keys. Grain and zone are inlined (PostgreSQL must see the same text twice); neither is a caller's text. */
final class Keys {
    private Keys() {}

    static Answered answered(FactField field, GroupKey key, ZoneId zone) {
        return switch (key) {
            case GroupKey.ByField _ -> new Answered(new Column(field.name(), field.type()), Columns.sql(field));
            case GroupKey.ByTime byTime ->
                new Answered(new Column(field.name(), FieldType.INSTANT), period(field, byTime.grain(), zone));
        };
    }

    private static Field<?> period(FactField field, Grain grain, ZoneId zone) {
        if (!Columns.isTime(field.type())) {
            throw new Fault(DataError.QUERY_FAULTY, "field " + field.name() + " is not a time and has no periods");
        }
        Field<?> instant = field.type() == FieldType.DATE
                ? DSL.field(
                        "({0}::timestamp at time zone {1})",
                        SQLDataType.INSTANT, Columns.sql(field), DSL.inline(zone.getId()))
                : Columns.sql(field);
        return DSL.field(
                "date_trunc({0}, {1}, {2})",
                SQLDataType.INSTANT, DSL.inline(grain.word()), instant, DSL.inline(zone.getId()));
    }
}
