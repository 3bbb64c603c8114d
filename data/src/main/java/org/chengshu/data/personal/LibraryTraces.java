package org.chengshu.data.personal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.chengshu.data.stored.StoredDataset;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Follows rows of datasets into the libraries that they feed, by the key under which a library knows them. */
@Component
class LibraryTraces {
    // As the libraries join the parts of a key.
    private static final String KEY_SEPARATOR = " | ";

    private final DSLContext db;
    private final JsonMapper json;

    LibraryTraces(DSLContext db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /** The members of libraries that rows of the table which fulfil the condition have become. */
    Set<Long> members(StoredDataset dataset, Name table, Set<String> columns, Condition rows) {
        Set<Long> members = new TreeSet<>();
        for (Feeding feeding : feeding(dataset)) {
            if (!feeding.keys().isEmpty() && columns.containsAll(feeding.keys())) {
                List<String> keys = db.select(key(feeding.keys()))
                        .from(DSL.table(table))
                        .where(rows)
                        .fetch(0, String.class);
                members.addAll(db.fetch(
                                "select id from cs_data.library_member where source = ? and row_key = any(?)",
                                feeding.source(),
                                keys.toArray(String[]::new))
                        .getValues(0, Long.class));
            }
        }
        return members;
    }

    /** The records that these members are part of. */
    Set<Long> records(Set<Long> members) {
        return new TreeSet<>(
                db.fetch("select distinct record from cs_data.library_membership where member = any(?)", (Object)
                                members.toArray(Long[]::new))
                        .getValues(0, Long.class));
    }

    /** The dataset that a library makes, by the records of it that are meant; empty for any other dataset. */
    Optional<Condition> published(StoredDataset dataset, Set<Long> records) {
        boolean made = dataset.id().startsWith("base.")
                && !records.isEmpty()
                && dataset.definition().field("record_id").isPresent();
        return made ? Optional.of(DSL.field(DSL.name("record_id"), Long.class).in(records)) : Optional.empty();
    }

    /** Has the libraries read the dataset anew, though none of its revisions is. */
    void readAnew(StoredDataset dataset) {
        db.execute(
                "update cs_data.library_source set revision = null where definition ->> 'dataset' = ?", dataset.id());
    }

    private static Field<String> key(List<String> columns) {
        Field<?>[] parts = columns.stream()
                .map(column -> DSL.field(DSL.name(column)).cast(SQLDataType.CLOB))
                .toArray(Field<?>[]::new);
        List<Field<?>> all = new ArrayList<>();
        all.add(DSL.inline(KEY_SEPARATOR));
        all.addAll(List.of(parts));
        return DSL.function("concat_ws", SQLDataType.CLOB, all.toArray(Field<?>[]::new));
    }

    private List<Feeding> feeding(StoredDataset dataset) {
        return db.fetch(
                        "select number, definition::text from cs_data.library_source where definition ->> 'dataset' = ?",
                        dataset.id())
                .map(row -> {
                    JsonNode key = json.readTree(row.get(1, String.class)).path("key");
                    List<String> keys = key.isString()
                            ? List.of(key.stringValue())
                            : key.valueStream().map(JsonNode::asString).toList();
                    return new Feeding(
                            row.get(0, Integer.class),
                            keys.isEmpty() ? dataset.definition().keys() : keys);
                });
    }

    private record Feeding(int source, List<String> keys) {}
}
