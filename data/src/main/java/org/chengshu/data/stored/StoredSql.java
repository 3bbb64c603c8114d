package org.chengshu.data.stored;

import java.util.ArrayList;
import java.util.List;
import org.chengshu.core.spi.FieldType;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Names and types of the tables behind a stored dataset; every identifier goes through jOOQ, which quotes it. */
final class StoredSql {
    /** Since which revision a row of the ledger holds. */
    static final Field<Integer> SINCE = DSL.field(DSL.name("_since"), SQLDataType.INTEGER);

    /** With which revision it ended; null while it holds. */
    static final Field<Integer> ENDED = DSL.field(DSL.name("_ended"), SQLDataType.INTEGER);

    static final Field<Long> LINE = DSL.field(DSL.name(Revision.LINE), SQLDataType.BIGINT);

    private StoredSql() {}

    static DataType<?> type(FieldType type) {
        return switch (type) {
            case TEXT -> SQLDataType.CLOB;
            case NUMBER -> SQLDataType.NUMERIC;
            case INTEGER -> SQLDataType.BIGINT;
            case BOOLEAN -> SQLDataType.BOOLEAN;
            case INSTANT -> SQLDataType.TIMESTAMPWITHTIMEZONE;
            case DATE -> SQLDataType.LOCALDATE;
        };
    }

    static Field<?> field(StoredField field) {
        return DSL.field(DSL.name(field.name()), type(field.type()));
    }

    static Field<?> loadedAt() {
        return DSL.field(DSL.name(StoredDefinition.LOADED_AT), SQLDataType.TIMESTAMPWITHTIMEZONE);
    }

    /** The declared fields and the time of loading, as readers see them. */
    static List<Field<?>> shown(StoredDefinition definition) {
        List<Field<?>> shown = new ArrayList<>(
                definition.fields().stream().<Field<?>>map(StoredSql::field).toList());
        shown.add(loadedAt());
        return shown;
    }

    static List<Field<?>> keys(StoredDefinition definition) {
        return definition.keys().stream()
                .<Field<?>>map(key -> field(definition.field(key).orElseThrow()))
                .toList();
    }

    /** The table of one revision. */
    static Name revision(StoredDefinition definition, int number) {
        return name(definition, "__" + number);
    }

    /** The keys that a revision says are no more. */
    static Name gone(StoredDefinition definition, int number) {
        return name(definition, "__" + number + "_gone");
    }

    /** What a reader sees of one promoted revision. */
    static Name asOf(StoredDefinition definition, int number) {
        return name(definition, "__" + number + "_rows");
    }

    /** All rows of all revisions, each with when it began and ended; of datasets whose revisions build on each other. */
    static Name ledger(StoredDefinition definition) {
        return name(definition, "__ledger");
    }

    static Name view(StoredDefinition definition) {
        return DSL.name("facts", definition.view());
    }

    static Table<?> table(Name name) {
        return DSL.table(name);
    }

    private static Name name(StoredDefinition definition, String suffix) {
        return DSL.name(definition.layer().schema(), definition.table() + suffix);
    }
}
