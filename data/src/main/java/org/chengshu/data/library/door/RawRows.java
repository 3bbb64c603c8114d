package org.chengshu.data.library.door;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.spi.FactField;
import org.chengshu.data.Condition;
import org.chengshu.data.DataError;
import org.chengshu.data.Dataset;
import org.chengshu.data.DatasetQuery;
import org.chengshu.data.Datasets;
import org.chengshu.data.Rows;
import org.chengshu.data.library.definition.KnownLibrary;
import org.chengshu.data.library.definition.KnownSource;
import org.chengshu.data.library.definition.LibraryBook;
import org.chengshu.data.stored.StoredDatasets;
import org.chengshu.kernel.Fault;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** Finds the row of a dataset that a row of a library was made of, as the viewer may see it. */
@Component("libraryRawRows")
class RawRows {
    private static final String KEY_SEPARATOR = " | ";

    private final DSLContext sql;
    private final LibraryBook book;
    private final Datasets datasets;
    private final StoredDatasets stored;

    RawRows(DSLContext sql, LibraryBook book, Datasets datasets, StoredDatasets stored) {
        this.sql = sql;
        this.book = book;
        this.datasets = datasets;
        this.stored = stored;
    }

    /**
     * @param dataset with the revision that it was read from, as long as that is kept
     * @param cells empty when the row cannot be found by its key
     */
    record RawRow(String dataset, String row, Map<String, String> cells) {}

    RawRow get(KnownLibrary library, long row, Viewer viewer) {
        Record member = sql.fetchOptional(
                        "select * from cs_data.library_member where library = ? and id = ?", library.number(), row)
                .orElseThrow(() -> new Fault(
                        DataError.LIBRARY_RECORD_NOT_FOUND, "the library " + library.id() + " has no row " + row));
        KnownSource source = book.sources(library.id()).stream()
                .filter(one -> one.number() == member.get("source", Integer.class))
                .findFirst()
                .orElseThrow(() ->
                        new Fault(DataError.LIBRARY_SOURCE_NOT_FOUND, "the source of row " + row + " is detached"));
        String dated = source.source().dataset() + "@" + member.get("revision", Integer.class);
        String id = datasets.find(dated).isPresent() ? dated : source.source().dataset();
        String key = member.get("row_key", String.class);
        return new RawRow(id, key, cells(datasets.get(id), source, key, viewer));
    }

    private Map<String, String> cells(Dataset dataset, KnownSource source, String rowKey, Viewer viewer) {
        List<String> keys = source.source().key().isEmpty()
                ? stored.find(source.source().dataset())
                        .map(kept -> kept.definition().keys())
                        .orElse(List.of())
                : source.source().key();
        List<String> parts = List.of(rowKey.split(java.util.regex.Pattern.quote(KEY_SEPARATOR), -1));
        if (keys.isEmpty() || keys.size() != parts.size()) {
            return Map.of();
        }
        List<Condition> where = new ArrayList<>(source.source().where());
        for (int i = 0; i < keys.size(); i++) {
            where.add(Condition.eq(keys.get(i), parts.get(i)));
        }
        List<String> fields = dataset.fields().stream()
                .filter(field -> field.sensitivity() < Dataset.SENSITIVE)
                .map(FactField::name)
                .toList();
        Rows rows = datasets.query(
                DatasetQuery.fields(dataset.id(), fields).where(where).limit(1), viewer);
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < fields.size() && rows.size() > 0; i++) {
            String name = fields.get(i);
            Optional<Object> value = rows.value(0, name);
            cells.put(name, value.map(String::valueOf).orElse(""));
        }
        return cells;
    }
}
