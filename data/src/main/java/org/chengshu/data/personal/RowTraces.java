package org.chengshu.data.personal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.events.Outbox;
import org.chengshu.core.spi.FieldType;
import org.chengshu.data.DatasetRefreshed;
import org.chengshu.data.stored.Revisions;
import org.chengshu.data.stored.StoredDataset;
import org.chengshu.data.stored.StoredDatasets;
import org.chengshu.data.stored.StoredField;
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
    private final LibraryTraces libraries;
    private final Outbox outbox;
    private final Clock clock;

    RowTraces(
            DSLContext db,
            Transactions transactions,
            StoredDatasets datasets,
            Revisions revisions,
            PersonalFields fields,
            LibraryTraces libraries,
            Outbox outbox,
            Clock clock) {
        this.db = db;
        this.transactions = transactions;
        this.datasets = datasets;
        this.revisions = revisions;
        this.fields = fields;
        this.libraries = libraries;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** What there is of the person, dataset by dataset; changes nothing. */
    Found find(ErasedPerson person) {
        return walk(person, false);
    }

    /** Erases, each dataset in a transaction of its own. */
    Found erase(ErasedPerson person) {
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

    private Found walk(ErasedPerson person, boolean erase) {
        List<PersonTrace> traces = new ArrayList<>();
        Set<Long> members = new TreeSet<>();
        for (StoredDataset dataset : datasets.list()) {
            transactions.call(() -> trace(dataset, person, erase, members)).ifPresent(traces::add);
        }
        Set<Long> records = libraries.records(members);
        for (StoredDataset dataset : datasets.list()) {
            transactions.call(() -> published(dataset, person, records, erase)).ifPresent(traces::add);
        }
        return new Found(traces, members);
    }

    /** What libraries made of the person's rows, where it does not carry the number itself. */
    private Optional<PersonTrace> published(
            StoredDataset dataset, ErasedPerson person, Set<Long> records, boolean erase) {
        List<PersonalField> personal = fields.of(dataset);
        Optional<Condition> which = libraries.published(dataset, records);
        if (which.isEmpty() || personal.isEmpty()) {
            return Optional.empty();
        }
        long rows = 0;
        for (Name table : revisions.tables(dataset.id())) {
            Set<String> columns = columns(table);
            if (columns.contains("record_id")) {
                rows += erase
                        ? empty(table, personal, which.get(), column -> DSL.val(person.stand()))
                        : db.fetchCount(DSL.table(table), which.get());
            }
        }
        return rows == 0
                ? Optional.empty()
                : Optional.of(new PersonTrace(
                        dataset.id(),
                        dataset.definition().title(),
                        personal.stream().map(PersonalField::field).toList(),
                        rows));
    }

    /**
     * @param members of libraries that the rows have become
     */
    record Found(List<PersonTrace> traces, Set<Long> members) {}

    /** A number may also stand in a text that nobody has marked: there it is replaced, and the marked fields of the row go. */
    private Optional<PersonTrace> trace(StoredDataset dataset, ErasedPerson person, boolean erase, Set<Long> members) {
        List<PersonalField> personal = fields.of(dataset);
        List<String> naming = dataset.definition().fields().stream()
                .filter(field -> field.type() == FieldType.TEXT
                        || personal.stream().anyMatch(known -> names(known, field.name(), person.element())))
                .map(StoredField::name)
                .toList();
        Set<String> emptied = new TreeSet<>();
        long rows = 0;
        for (Name table : revisions.tables(dataset.id())) {
            rows += rows(dataset, table, new Search(personal, naming, person, erase), emptied, members);
        }
        if (erase && rows > 0) {
            libraries.readAnew(dataset);
            refreshed(dataset);
        }
        return rows == 0
                ? Optional.empty()
                : Optional.of(new PersonTrace(dataset.id(), dataset.definition().title(), List.copyOf(emptied), rows));
    }

    // What is read of it has changed, so whatever is made of it is made anew.
    private void refreshed(StoredDataset dataset) {
        dataset.revision()
                .ifPresent(number ->
                        outbox.emit(new DatasetRefreshed(dataset.id(), number, dataset.rows(), clock.instant())));
    }

    private record Search(List<PersonalField> personal, List<String> naming, ErasedPerson person, boolean erase) {}

    private static boolean names(PersonalField known, String field, String element) {
        return known.field().equals(field)
                && known.identity().filter(element::equals).isPresent();
    }

    private long rows(StoredDataset dataset, Name table, Search search, Set<String> emptied, Set<Long> members) {
        Set<String> columns = columns(table);
        Map<String, Condition> holds = new LinkedHashMap<>();
        search.naming().stream()
                .filter(columns::contains)
                .forEach(field ->
                        holds.put(field, folded(field).in(search.person().forms())));
        Optional<Condition> who = holds.values().stream().reduce(Condition::or);
        long rows = who.map(any -> (long) db.fetchCount(DSL.table(table), any)).orElse(0L);
        if (rows == 0) {
            return 0;
        }
        members.addAll(libraries.members(dataset, table, columns, who.orElseThrow()));
        List<PersonalField> marked = search.personal().stream()
                .filter(field -> columns.contains(field.field()))
                .toList();
        marked.forEach(field -> emptied.add(field.field()));
        Map<String, Condition> unmarked = new LinkedHashMap<>(holds);
        marked.forEach(field -> unmarked.remove(field.field()));
        unmarked.values().removeIf(one -> db.fetchCount(DSL.table(table), one) == 0);
        emptied.addAll(unmarked.keySet());
        if (search.erase()) {
            String stand = search.person().stand();
            empty(table, search.personal(), who.orElseThrow(), column -> DSL.val(stand));
            unmarked.forEach((field, one) -> db.update(DSL.table(table))
                    .set(DSL.field(DSL.name(field), SQLDataType.CLOB), stand)
                    .where(one)
                    .execute());
        }
        return rows;
    }

    /** @param stand for texts that name the person; all else becomes null */
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

    private static Field<String> folded(String field) {
        return DSL.field(
                "upper(regexp_replace(translate({0}::text, '０１２３４５６７８９ＸＹ　', '0123456789XY '), '\\s', '', 'g'))",
                SQLDataType.CLOB, DSL.field(DSL.name(field)));
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
