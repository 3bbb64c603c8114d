package org.chengshu.data.personal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.spi.FieldType;
import org.chengshu.data.stored.Revisions;
import org.chengshu.data.stored.StoredDataset;
import org.chengshu.data.stored.StoredDatasets;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/**
 * Empties personal fields in every table that holds rows of a stored dataset, former revisions too. Rows stay; where the
 * field that names the person is a text it gets the stand-in, so that keys and distinct counts hold.
 */
@Component
class RowTraces {
    private final DSLContext db;
    private final Transactions transactions;
    private final StoredDatasets datasets;
    private final Revisions revisions;
    private final PersonalFields fields;

    RowTraces(
            DSLContext db,
            Transactions transactions,
            StoredDatasets datasets,
            Revisions revisions,
            PersonalFields fields) {
        this.db = db;
        this.transactions = transactions;
        this.datasets = datasets;
        this.revisions = revisions;
        this.fields = fields;
    }

    /** What there is of the person, dataset by dataset; changes nothing. */
    List<PersonTrace> find(ErasedPerson person) {
        return walk(person, false);
    }

    /** Erases, each dataset in a transaction of its own. */
    List<PersonTrace> erase(ErasedPerson person) {
        return walk(person, true);
    }

    /** Datasets with personal fields of which none names a person by this element. */
    List<String> notSearched(String element) {
        return datasets.list().stream()
                .filter(dataset -> {
                    List<PersonalField> personal = fields.of(dataset);
                    return !personal.isEmpty()
                            && personal.stream().noneMatch(field -> field.identity()
                                    .filter(element::equals)
                                    .isPresent());
                })
                .map(StoredDataset::id)
                .toList();
    }

    /** Empties the personal fields of rows whose time lies before; how many rows that were not empty. */
    long emptyBefore(StoredDataset dataset, String timeField, Condition old) {
        List<PersonalField> personal = fields.of(dataset).stream()
                .filter(field -> !field.field().equals(timeField))
                .toList();
        if (personal.isEmpty()) {
            return 0;
        }
        // One salt a run: who stands in two rows still counts once, and nobody can work back to the number.
        String salt = UUID.randomUUID().toString();
        return transactions.call(() -> {
            long rows = 0;
            for (Name table : revisions.tables(dataset.id())) {
                rows += empty(table, personal, old, column -> expired(column, salt));
            }
            return rows;
        });
    }

    private List<PersonTrace> walk(ErasedPerson person, boolean erase) {
        List<PersonTrace> traces = new ArrayList<>();
        for (StoredDataset dataset : datasets.list()) {
            List<PersonalField> personal = fields.of(dataset);
            List<PersonalField> naming = personal.stream()
                    .filter(field ->
                            field.identity().filter(person.element()::equals).isPresent())
                    .toList();
            if (!naming.isEmpty()) {
                long rows = transactions.call(() -> rows(dataset, personal, naming, person, erase));
                if (rows > 0) {
                    List<String> names =
                            personal.stream().map(PersonalField::field).toList();
                    traces.add(
                            new PersonTrace(dataset.id(), dataset.definition().title(), names, rows));
                }
            }
        }
        return traces;
    }

    private long rows(
            StoredDataset dataset,
            List<PersonalField> personal,
            List<PersonalField> naming,
            ErasedPerson person,
            boolean erase) {
        long rows = 0;
        for (Name table : revisions.tables(dataset.id())) {
            Set<String> columns = columns(table);
            Optional<Condition> who = naming.stream()
                    .filter(field -> columns.contains(field.field()))
                    .map(field -> folded(field).in(person.forms()))
                    .reduce(Condition::or);
            if (who.isPresent()) {
                rows += erase
                        ? empty(table, personal, who.get(), column -> DSL.val(person.stand()))
                        : db.fetchCount(DSL.table(table), who.get());
            }
        }
        return rows;
    }

    private long empty(Name table, List<PersonalField> personal, Condition rows, UnaryOperator<Field<String>> stand) {
        Set<String> columns = columns(table);
        Map<Field<?>, Field<?>> values = new LinkedHashMap<>();
        List<Condition> filled = new ArrayList<>();
        for (PersonalField field : personal) {
            if (columns.contains(field.field())) {
                Field<String> column = DSL.field(DSL.name(field.field()), SQLDataType.CLOB);
                boolean stands = field.identity().isPresent() && field.type() == FieldType.TEXT;
                Condition full = stands ? column.isNotNull().andNot(erased(column)) : column.isNotNull();
                filled.add(full);
                values.put(
                        DSL.field(DSL.name(field.field())),
                        stands ? DSL.when(full, stand.apply(column)).otherwise(column) : DSL.field("null"));
            }
        }
        return filled.stream()
                .reduce(Condition::or)
                .map(full -> (long) db.update(DSL.table(table))
                        .set(values)
                        .where(rows.and(full))
                        .execute())
                .orElse(0L);
    }

    private static Condition erased(Field<String> column) {
        return column.startsWith(Erasures.STAND).or(column.startsWith("expired-"));
    }

    private static Field<String> folded(PersonalField field) {
        return DSL.field(
                "upper(regexp_replace(translate({0}::text, '０１２３４５６７８９ＸＹ　', '0123456789XY '), '\\s', '', 'g'))",
                SQLDataType.CLOB, DSL.field(DSL.name(field.field())));
    }

    private static Field<String> expired(Field<String> column, String salt) {
        return DSL.field(
                "'expired-' || left(encode(sha256(convert_to({0} || {1}, 'UTF8')), 'hex'), 20)",
                SQLDataType.CLOB, column, DSL.val(salt));
    }

    private Set<String> columns(Name table) {
        return Set.copyOf(db.fetch(
                        "select column_name::text from information_schema.columns where table_schema = ? and table_name = ?",
                        table.first(),
                        table.last())
                .map(row -> row.get(0, String.class)));
    }
}
