package org.chengshu.data.stored;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Makes, changes and removes the tables and views behind stored datasets. */
@Component
class RowTables {
    private final DSLContext sql;

    RowTables(DSLContext sql) {
        this.sql = sql;
    }

    void makeRevision(StoredDefinition definition, int number, Instant now) {
        List<Field<?>> columns = new ArrayList<>(
                definition.fields().stream().<Field<?>>map(StoredSql::field).toList());
        columns.add(loadedAt(now));
        columns.add(StoredSql.LINE);
        sql.createTable(StoredSql.revision(definition, number)).columns(columns).execute();
        if (definition.mode() == RowsMode.MERGE) {
            List<Field<?>> keys = new ArrayList<>(StoredSql.keys(definition));
            keys.add(StoredSql.LINE);
            sql.createTable(StoredSql.gone(definition, number)).columns(keys).execute();
        }
    }

    private static Field<?> loadedAt(Instant now) {
        return DSL.field(
                DSL.name(StoredDefinition.LOADED_AT),
                org.jooq.impl.SQLDataType.TIMESTAMPWITHTIMEZONE
                        .nullable(false)
                        .defaultValue(now.atOffset(ZoneOffset.UTC)));
    }

    /** Copies what both tables have columns for. */
    long copyRows(StoredDefinition definition, int from, int to) {
        Set<String> there = columnsOf(StoredSql.revision(definition, from));
        List<Field<?>> columns = new ArrayList<>(StoredSql.shown(definition));
        columns.add(StoredSql.LINE);
        columns.removeIf(column -> !there.contains(column.getName()));
        return sql.insertInto(StoredSql.table(StoredSql.revision(definition, to)))
                .columns(columns)
                .select(sql.select(columns).from(StoredSql.table(StoredSql.revision(definition, from))))
                .execute();
    }

    void dropRevision(StoredDefinition definition, int number) {
        sql.dropViewIfExists(StoredSql.asOf(definition, number)).execute();
        sql.dropTableIfExists(StoredSql.gone(definition, number)).execute();
        sql.dropTableIfExists(StoredSql.revision(definition, number)).execute();
    }

    /** Makes the ledger of a dataset whose revisions build on each other. */
    void makeLedger(StoredDefinition definition) {
        List<Field<?>> columns = new ArrayList<>(StoredSql.shown(definition));
        columns.add(StoredSql.LINE);
        columns.add(StoredSql.SINCE);
        columns.add(StoredSql.ENDED);
        Name ledger = StoredSql.ledger(definition);
        sql.createTable(ledger).columns(columns).execute();
        if (definition.mode() == RowsMode.MERGE) {
            sql.createUniqueIndex(DSL.name(definition.table() + "__key"))
                    .on(DSL.table(ledger), StoredSql.keys(definition))
                    .where(StoredSql.ENDED.isNull())
                    .execute();
        }
    }

    /** Shows this revision under the dataset's name, or nothing while there is none. */
    void show(StoredDefinition definition, Optional<Integer> revision) {
        Name view = StoredSql.view(definition);
        Select<?> rows = revision.<Select<?>>map(number -> sql.select(StoredSql.shown(definition))
                        .from(StoredSql.table(StoredSql.asOf(definition, number))))
                .orElseGet(() -> none(definition));
        hide(definition);
        sql.createView(view).as(rows).execute();
    }

    void hide(StoredDefinition definition) {
        sql.dropViewIfExists(StoredSql.view(definition)).execute();
    }

    /** Makes the view by which a promoted revision is read, also when it is no longer the newest. */
    void makeAsOf(StoredDefinition definition, int number) {
        Name from = definition.mode() == RowsMode.REPLACE
                ? StoredSql.revision(definition, number)
                : StoredSql.ledger(definition);
        Set<String> there = columnsOf(from);
        List<Field<?>> fields = StoredSql.shown(definition).stream()
                .<Field<?>>map(field -> there.contains(field.getName())
                        ? field
                        : DSL.castNull(field.getDataType()).as(field.getUnqualifiedName()))
                .toList();
        var select = sql.select(fields).from(StoredSql.table(from));
        Select<?> rows = definition.mode() == RowsMode.REPLACE
                ? select
                : select.where(StoredSql.SINCE.le(DSL.inline(number)))
                        .and(StoredSql.ENDED.isNull().or(StoredSql.ENDED.gt(DSL.inline(number))));
        sql.dropViewIfExists(StoredSql.asOf(definition, number)).execute();
        sql.createView(StoredSql.asOf(definition, number)).as(rows).execute();
    }

    /** Gives the ledger the fields that it has not yet. */
    void widenLedger(StoredDefinition definition) {
        Set<String> there = columnsOf(StoredSql.ledger(definition));
        definition.fields().stream()
                .filter(field -> !there.contains(field.name()))
                .forEach(field -> sql.alterTable(StoredSql.ledger(definition))
                        .addColumn(StoredSql.field(field))
                        .execute());
    }

    /** Gives fields their new types, in every table that holds rows; the views are gone afterwards. */
    void retype(StoredDefinition definition, List<Integer> numbers, List<StoredField> fields) {
        hide(definition);
        numbers.forEach(number ->
                sql.dropViewIfExists(StoredSql.asOf(definition, number)).execute());
        Stream.concat(
                        numbers.stream()
                                .flatMap(number -> Stream.of(
                                        StoredSql.revision(definition, number), StoredSql.gone(definition, number))),
                        Stream.of(StoredSql.ledger(definition)))
                .forEach(table -> retype(table, fields));
    }

    private void retype(Name table, List<StoredField> fields) {
        Set<String> there = columnsOf(table);
        fields.stream()
                .filter(field -> there.contains(field.name()))
                .map(StoredSql::field)
                .forEach(column -> sql.alterTable(table)
                        .alterColumn(column.getUnqualifiedName())
                        .set(column.getDataType())
                        .execute());
    }

    void drop(StoredDefinition definition, List<Integer> numbers) {
        sql.dropViewIfExists(StoredSql.view(definition)).execute();
        numbers.forEach(number -> dropRevision(definition, number));
        sql.dropTableIfExists(StoredSql.ledger(definition)).execute();
    }

    boolean exists(Name table) {
        return !columnsOf(table).isEmpty();
    }

    private Set<String> columnsOf(Name table) {
        return new HashSet<>(sql.resultQuery("""
                        select column_name::text from information_schema.columns
                        where table_schema = ? and table_name = ?
                        """, table.first(), table.last()).fetch(0, String.class));
    }

    private Select<?> none(StoredDefinition definition) {
        List<Field<?>> nothing = StoredSql.shown(definition).stream()
                .<Field<?>>map(field -> DSL.castNull(field.getDataType()).as(field.getUnqualifiedName()))
                .toList();
        return sql.select(nothing).where(DSL.falseCondition());
    }
}
