package org.chengshu.data.library.door;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.http.Cursor;
import org.chengshu.core.http.CursorPage;
import org.chengshu.core.http.Keyset;
import org.chengshu.data.library.definition.KnownLibrary;
import org.chengshu.data.library.definition.LibraryKey;
import org.chengshu.data.library.match.FuzzyRule;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Reads what waits for people: pairs that may be one thing, key values that too many rows have, contradictions. */
@Component("libraryReviewReader")
class ReviewReader {
    private static final int COUNTED = 10_000;
    private static final String PAIRS = """
            cs_data.library_link l
            join cs_data.library_membership sa on sa.member = l.a
            join cs_data.library_membership sb on sb.member = l.b
            join cs_data.library_record ra on ra.id = sa.record
            join cs_data.library_record rb on rb.id = sb.record""";

    private static final List<Field<?>> COLUMNS = List.of(
            DSL.field("l.a", Long.class).as("a"),
            DSL.field("l.b", Long.class).as("b"),
            DSL.field("l.rule", Integer.class).as("rule"),
            DSL.field("l.score", Float.class).as("score"),
            DSL.field("l.parts", Double[].class).as("parts"),
            DSL.field("l.refusal", String.class).as("refusal"),
            DSL.field("sa.record", Long.class).as("left_record"),
            DSL.field("sb.record", Long.class).as("right_record"),
            DSL.field("ra.label", String.class).as("left_label"),
            DSL.field("rb.label", String.class).as("right_label"),
            DSL.field("ra.members", Integer.class).as("left_members"),
            DSL.field("rb.members", Integer.class).as("right_members"),
            DSL.field("ra.vals", String[].class).as("left_vals"),
            DSL.field("rb.vals", String[].class).as("right_vals"));

    private final DSLContext sql;
    private final RowReading reading;

    ReviewReader(DSLContext sql, RowReading reading) {
        this.sql = sql;
        this.reading = reading;
    }

    /** Up to ten thousand. */
    long count(KnownLibrary library) {
        return sql.fetchCount(sql.select(
                        DSL.field("least(sa.record, sb.record)"), DSL.field("greatest(sa.record, sb.record)"))
                .distinctOn(DSL.field("least(sa.record, sb.record)"), DSL.field("greatest(sa.record, sb.record)"))
                .from(PAIRS)
                .where(open(library))
                .limit(COUNTED));
    }

    /** The most alike first; two records that are alike in several rows come once. */
    CursorPage<ReviewPair> pairs(KnownLibrary library, Cursor cursor, Viewer viewer) {
        RowReading.Reading shown = reading.begin(library, viewer);
        List<Record> rows = new ArrayList<>(sql.select(COLUMNS)
                .from(PAIRS)
                .where(open(library))
                .and(after(cursor))
                .orderBy(DSL.field("l.score desc"), DSL.field("l.a"), DSL.field("l.b"))
                .limit(cursor.limit() + 1)
                .fetch());
        CursorPage<Record> page = Keyset.page(
                cursor,
                rows,
                row -> Places.key(row.get("score", Float.class) + "/" + row.get("a", Long.class) + "/"
                        + row.get("b", Long.class)));
        List<ReviewPair> pairs = pairs(library, page.items(), shown);
        shown.end();
        return new CursorPage<>(pairs, page.next());
    }

    private static Condition open(KnownLibrary library) {
        Condition open = DSL.condition("l.library = ?", library.number())
                .and("(l.verdict = 2 or l.refusal is not null)")
                .and("l.rule < ?", library.library().fuzzy().size())
                .and("sa.record <> sb.record")
                .and("""
                        not exists (select 1 from cs_data.library_member ma
                            join cs_data.library_decision_row da on da.source = ma.source and da.key_hash = ma.key_hash
                            join cs_data.library_decision d on d.id = da.decision and d.kind = 'apart'
                                and d.revoked_at is null
                            join cs_data.library_decision_row db on db.decision = d.id and db.side <> da.side
                            join cs_data.library_member mb on mb.source = db.source and mb.key_hash = db.key_hash
                            where ma.id = l.a and mb.id = l.b)""");
        for (LibraryKey key : library.library().keys()) {
            if (key.identity() && key.fields().size() == 1) {
                int place = key.fields().getFirst() + 1;
                open = open.and(
                        DSL.condition("coalesce(ra.vals[?] = rb.vals[?], true)", DSL.inline(place), DSL.inline(place)));
            }
        }
        return open;
    }

    private static Condition after(Cursor cursor) {
        return cursor.after()
                .map(key -> {
                    List<String> parts = Places.parts(key);
                    return DSL.condition(
                            "(-l.score, l.a, l.b) > (-?::real, ?, ?)",
                            Float.valueOf(parts.getFirst()),
                            Places.number(parts.get(1)),
                            Places.number(parts.get(2)));
                })
                .orElseGet(DSL::noCondition);
    }

    private List<ReviewPair> pairs(KnownLibrary library, List<Record> rows, RowReading.Reading shown) {
        Map<Long, ShownRow> members = members(rows, shown);
        Set<List<Long>> seen = new HashSet<>();
        List<ReviewPair> pairs = new ArrayList<>();
        for (Record row : rows) {
            long left = row.get("left_record", Long.class);
            long right = row.get("right_record", Long.class);
            if (seen.add(List.of(Math.min(left, right), Math.max(left, right)))) {
                FuzzyRule rule = library.library().fuzzy().get(row.get("rule", Integer.class));
                pairs.add(new ReviewPair(
                        left,
                        right,
                        row.get("left_label", String.class),
                        row.get("right_label", String.class),
                        row.get("left_members", Integer.class),
                        row.get("right_members", Integer.class),
                        rule.id(),
                        Math.round(row.get("score", Double.class) * 1_000) / 1_000.0,
                        RecordReader.parts(library, rule, row.get("parts", Double[].class)),
                        Optional.ofNullable(row.get("refusal", String.class)),
                        members.get(row.get("a", Long.class)),
                        members.get(row.get("b", Long.class)),
                        shown.values(row.get("left_vals", String[].class)),
                        shown.values(row.get("right_vals", String[].class))));
            }
        }
        return pairs;
    }

    private Map<Long, ShownRow> members(List<Record> rows, RowReading.Reading shown) {
        Set<Long> ids = new HashSet<>();
        rows.forEach(row -> {
            ids.add(row.get("a", Long.class));
            ids.add(row.get("b", Long.class));
        });
        Map<Long, ShownRow> members = new HashMap<>();
        sql.fetch("select * from cs_data.library_member where id = any(?)", (Object) ids.toArray(Long[]::new))
                .forEach(row -> members.put(row.get("id", Long.class), shown.row(row)));
        return members;
    }

    /**
     * @param kind {@code held}: the rows of this key value are not together, for they are too many; {@code contradiction}:
     *     two rows of one key value that an identity key holds apart
     * @param key id of the key
     * @param hash of the value, by which it can be allowed
     * @param records some of the records concerned
     */
    record Oddity(String kind, String key, String hash, String value, int rows, List<RecordItem> records) {}

    List<Oddity> oddities(KnownLibrary library) {
        return sql.fetch("""
                        select * from cs_data.library_oddity o where library = ? and slot < ? and not exists (
                            select 1 from cs_data.library_decision d where d.library = o.library and d.kind = 'allow'
                            and d.slot = o.slot and d.hash = o.hash and d.revoked_at is null)
                        order by number desc, kind, hash limit 200""", library.number(), library.library().keys().size()).map(row -> oddity(library, row));
    }

    private Oddity oddity(KnownLibrary library, Record row) {
        LibraryKey key = library.library().keys().get(row.get("slot", Integer.class));
        List<Record> some = new ArrayList<>(
                sql.fetch("""
                        select m.vals, r.id, r.label, r.members, r.sources, r.changed_at from cs_data.library_key k
                        join cs_data.library_member m on m.id = k.member
                        join cs_data.library_membership s on s.member = m.id
                        join cs_data.library_record r on r.id = s.record
                        where k.library = ? and k.slot = ? and k.hash = ? limit 5""", library.number(), row.get("slot", Integer.class), row.get("hash", Long.class)));
        String value = some.isEmpty() ? "" : key.shown(some.getFirst().get("vals", String[].class));
        return new Oddity(
                row.get("kind", String.class),
                key.id(),
                String.valueOf(row.get("hash", Long.class)),
                value,
                row.get("number", Integer.class),
                some.stream().map(RecordReader::item).distinct().toList());
    }
}
