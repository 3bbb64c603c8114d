package org.chengshu.data.library.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.chengshu.core.jobs.JobRun;
import org.chengshu.core.spi.FieldType;
import org.chengshu.data.DatasetQuery;
import org.chengshu.data.Datasets;
import org.chengshu.data.LampWorld;
import org.chengshu.data.Rows;
import org.chengshu.data.library.definition.KnownLibrary;
import org.chengshu.data.library.definition.LibraryBook;
import org.chengshu.data.stored.Revision;
import org.chengshu.data.stored.Revisions;
import org.chengshu.data.stored.StoredDataset;
import org.chengshu.data.stored.StoredDatasets;
import org.chengshu.data.stored.StoredDefinition;
import org.chengshu.data.stored.StoredField;
import org.chengshu.kernel.Text;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A town with two departments that know firms, and a library of them. */
public final class LibraryWorld {
    public static final String FIRMS = "town-firms";
    public static final String REGISTRY = "raw.town-registry";
    public static final String TAXES = "raw.town-taxes";
    private static final List<String> COLUMNS = List.of("no", "code", "name", "address", "capital", "seen_on");

    private final StoredDatasets stored;
    private final Revisions revisions;
    private final Datasets datasets;
    private final DSLContext sql;
    private final LibraryBook book;
    private final LibraryBuilder builder;

    public LibraryWorld(ApplicationContext context) {
        stored = context.getBean(StoredDatasets.class);
        revisions = context.getBean(Revisions.class);
        datasets = context.getBean(Datasets.class);
        sql = context.getBean(DSLContext.class);
        book = context.getBean(LibraryBook.class);
        builder = context.getBean(LibraryBuilder.class);
    }

    /** Nothing of it is there any more. */
    public LibraryWorld cleared() {
        sql.execute("""
                truncate cs_data.library_member, cs_data.library_key, cs_data.library_link, cs_data.library_membership,
                    cs_data.library_record, cs_data.library_event, cs_data.library_decision_row,
                    cs_data.library_decision, cs_data.library_touched, cs_data.library_touched_record,
                    cs_data.library_build, cs_data.library_oddity, cs_data.library_source, cs_data.library""");
        stored.list().stream()
                .map(StoredDataset::id)
                .filter(id -> id.startsWith("raw.town-") || id.startsWith("base.town-"))
                .forEach(stored::drop);
        return this;
    }

    public LibraryWorld founded() {
        cleared();
        for (String dataset : List.of(REGISTRY, TAXES)) {
            List<StoredField> fields = COLUMNS.stream()
                    .map(name -> StoredField.of(name, Text.of(name, name), FieldType.TEXT))
                    .toList();
            stored.define(StoredDefinition.of(dataset, Text.of(dataset, dataset), "", fields));
        }
        book.put(FIRMS, json(LIBRARY), Optional.empty());
        book.putSource(FIRMS, "registry", json(source(REGISTRY, 1)), Optional.empty());
        book.putSource(FIRMS, "taxes", json(source(TAXES, 2)), Optional.empty());
        return this;
    }

    /** A new load of the dataset: these rows and no others; each {@code no, code, name, address, capital, seen_on}. */
    public LibraryWorld load(String dataset, String[]... rows) {
        Revision revision = revisions.open(dataset, "test");
        for (String[] row : rows) {
            sql.insertInto(DSL.table(DSL.name(revision.schema(), revision.table())))
                    .columns(COLUMNS.stream()
                            .map(name -> DSL.field(DSL.name(name)))
                            .toList())
                    .values((Object[]) row)
                    .execute();
        }
        revisions.promote(revision);
        return this;
    }

    public static String[] row(String... cells) {
        String[] row = new String[COLUMNS.size()];
        System.arraycopy(cells, 0, row, 0, cells.length);
        return row;
    }

    public KnownLibrary library() {
        return book.get(FIRMS);
    }

    public LibraryBook book() {
        return book;
    }

    public JsonNode build() {
        return build(false, new HandRun());
    }

    public JsonNode buildWhole() {
        return build(true, new HandRun());
    }

    JsonNode build(boolean whole, JobRun run) {
        return builder.run(new LibraryBuilder.Order(FIRMS, whole), run);
    }

    /** For each record the keys of its rows, such as {@code registry:1}. */
    public Set<Set<String>> groups() {
        return new TreeMapOfRows().groups();
    }

    /** The number of the record that holds the row. */
    public long record(String source, String no) {
        return sql.fetchSingle("""
                        select s.record from cs_data.library_membership s
                        join cs_data.library_member m on m.id = s.member
                        join cs_data.library_source o on o.number = m.source where o.id = ? and m.row_key = ?""", source, no).get(0, Long.class);
    }

    public long member(String source, String no) {
        return sql.fetchSingle("""
                        select m.id from cs_data.library_member m
                        join cs_data.library_source o on o.number = m.source where o.id = ? and m.row_key = ?""", source, no).get(0, Long.class);
    }

    public Rows published(String... fields) {
        return datasets.query(DatasetQuery.fields("base." + FIRMS, List.of(fields)), LampWorld.reader());
    }

    private final class TreeMapOfRows {
        private final TreeMap<Long, Set<String>> byRecord = new TreeMap<>();

        Set<Set<String>> groups() {
            sql.fetch("""
                            select s.record, o.id || ':' || m.row_key from cs_data.library_membership s
                            join cs_data.library_member m on m.id = s.member
                            join cs_data.library_source o on o.number = m.source""").forEach(row -> byRecord.computeIfAbsent(row.get(0, Long.class), record -> new TreeSet<>())
                    .add(row.get(1, String.class)));
            return Set.copyOf(new ArrayList<>(byRecord.values()));
        }
    }

    public static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    public static String source(String dataset, int priority) {
        return """
                {"dataset": "%s", "priority": %d, "key": ["no"], "freshness": "seen_on",
                 "fields": {"code": "code", "name": "name", "address": "address", "capital": "capital",
                            "currency": "capital"}}""".formatted(dataset, priority);
    }

    public static final String LIBRARY = """
            {"title": {"zh": "企业库", "en": "Firms"}, "label": "name", "automatic": false,
             "fields": [
               {"name": "code", "title": {"zh": "信用代码", "en": "Credit code"}, "standard": "credit-code"},
               {"name": "name", "title": {"zh": "名称", "en": "Name"}, "standard": "text"},
               {"name": "address", "title": {"zh": "地址", "en": "Address"}, "survive": ["longest"]},
               {"name": "capital", "title": {"zh": "注册资本", "en": "Capital"}, "type": "number",
                "standard": "money:part=amount", "survive": ["newest"]},
               {"name": "currency", "title": {"zh": "币种", "en": "Currency"}, "standard": "money:part=currency",
                "follows": "capital"}],
             "keys": [{"id": "credit-code", "fields": ["code"], "identity": true}],
             "fuzzy": [{"id": "name-and-address",
               "blocks": [{"field": "name", "by": "firm-start"}, {"field": "address", "by": "door"}],
               "compare": [{"field": "name", "by": "firm", "weight": 0.6, "required": true},
                           {"field": "address", "by": "address", "weight": 0.4}],
               "sure": 0.95, "review": 0.75}]}""";
}
