package org.chengshu.data.stored;

import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.OrderField;
import org.jooq.Select;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Moves the rows of a revision into the ledger of a dataset whose revisions build on each other. */
@Component
class RevisionLedger {
    private final DSLContext sql;

    RevisionLedger(DSLContext sql) {
        this.sql = sql;
    }

    long count(Name table) {
        return sql.fetchCount(StoredSql.table(table));
    }

    /** How many rows hold afterwards. */
    long write(StoredDataset dataset, int number, Revisions.Promotion how) {
        StoredDefinition definition = dataset.definition();
        long ended = how.whole() ? end(definition, number, DSL.trueCondition()) : endSome(definition, number, how);
        long added = add(definition, number);
        sql.dropTable(StoredSql.revision(definition, number)).execute();
        sql.dropTableIfExists(StoredSql.gone(definition, number)).execute();
        return dataset.rows() - ended + added;
    }

    private long endSome(StoredDefinition definition, int number, Revisions.Promotion how) {
        long ended = how.ends().map(rows -> end(definition, number, rows)).orElse(0L);
        if (definition.mode() == RowsMode.MERGE) {
            ended += endKeys(definition, number, StoredSql.revision(definition, number));
            ended += endKeys(definition, number, StoredSql.gone(definition, number));
        }
        return ended;
    }

    private long end(StoredDefinition definition, int number, Condition rows) {
        return sql.update(StoredSql.table(StoredSql.ledger(definition)))
                .set(StoredSql.ENDED, number)
                .where(StoredSql.ENDED.isNull())
                .and(rows)
                .execute();
    }

    // A delivery may bring a row and take it away again.
    private Select<?> goneAfterwards(StoredDefinition definition, int number) {
        Table<?> gone = StoredSql.table(StoredSql.gone(definition, number)).as("given");
        return sql.selectOne()
                .from(gone)
                .where(sameKeys(definition))
                .and(of("given", StoredSql.LINE).gt(of("held", StoredSql.LINE)));
    }

    private static Condition sameKeys(StoredDefinition definition) {
        return DSL.and(StoredSql.keys(definition).stream()
                .map(key -> of("held", key).eq(of("given", key)))
                .toList());
    }

    private long endKeys(StoredDefinition definition, int number, Name keysOf) {
        Table<?> ledger = StoredSql.table(StoredSql.ledger(definition)).as("held");
        Table<?> keys = StoredSql.table(keysOf).as("given");
        return sql.update(ledger)
                .set(StoredSql.ENDED, number)
                .from(keys)
                .where(DSL.field(DSL.name("held", StoredSql.ENDED.getName())).isNull())
                .and(sameKeys(definition))
                .execute();
    }

    private long add(StoredDefinition definition, int number) {
        List<Field<?>> columns = new ArrayList<>(StoredSql.shown(definition));
        columns.add(StoredSql.LINE);
        List<Field<?>> target = new ArrayList<>(columns);
        target.add(StoredSql.SINCE);
        List<SelectFieldOrAsterisk> read = new ArrayList<>(columns);
        read.add(DSL.inline(number));
        Table<?> rows = StoredSql.table(StoredSql.revision(definition, number)).as("held");
        List<Field<?>> keys = StoredSql.keys(definition);
        Select<?> select = definition.mode() == RowsMode.MERGE
                ? sql.select(read)
                        .distinctOn(keys)
                        .from(rows)
                        .where(DSL.notExists(goneAfterwards(definition, number)))
                        .orderBy(newestFirst(keys))
                : sql.select(read).from(rows);
        return sql.insertInto(StoredSql.table(StoredSql.ledger(definition)))
                .columns(target)
                .select(select)
                .execute();
    }

    // Of several rows of one key the last of the delivery is the newest.
    private static List<OrderField<?>> newestFirst(List<Field<?>> keys) {
        List<OrderField<?>> order = new ArrayList<>(keys);
        order.add(StoredSql.LINE.desc().nullsLast());
        return order;
    }

    // The types of both are the same, being columns of one field.
    @SuppressWarnings("unchecked")
    private static Field<Object> of(String table, Field<?> field) {
        return DSL.field(DSL.name(table, field.getName()), (DataType<Object>) field.getDataType());
    }

    /** Removes rows that had ended when the oldest readable revision began. */
    void forget(StoredDefinition definition, int oldest) {
        sql.deleteFrom(StoredSql.table(StoredSql.ledger(definition)))
                .where(StoredSql.ENDED.le(oldest))
                .execute();
    }
}
