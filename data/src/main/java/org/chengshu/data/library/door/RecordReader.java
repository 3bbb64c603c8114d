package org.chengshu.data.library.door;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.http.Cursor;
import org.chengshu.core.http.CursorPage;
import org.chengshu.core.http.Keyset;
import org.chengshu.data.DataError;
import org.chengshu.data.library.decision.LibraryDecisions;
import org.chengshu.data.library.definition.KnownLibrary;
import org.chengshu.data.library.definition.LibraryField;
import org.chengshu.data.library.definition.LibraryKey;
import org.chengshu.data.library.match.FuzzyRule;
import org.chengshu.data.library.match.Hashes;
import org.chengshu.kernel.Fault;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Reads golden records for people. */
@Component("libraryRecordReader")
class RecordReader {
    private final DSLContext sql;
    private final RowReading reading;
    private final LibraryDecisions decisions;

    RecordReader(DSLContext sql, RowReading reading, LibraryDecisions decisions) {
        this.sql = sql;
        this.reading = reading;
        this.decisions = decisions;
    }

    /** Newest numbers first; {@code search} is a part of the name or a whole key such as a credit code. */
    CursorPage<RecordItem> list(KnownLibrary library, Optional<String> search, int least, Cursor cursor) {
        Condition found = DSL.condition("library = ? and not gone and members >= ?", library.number(), least)
                .and(DSL.condition("id < ?", Places.before(cursor)))
                .and(search.map(String::strip)
                        .filter(text -> !text.isEmpty())
                        .map(text -> matches(library, text))
                        .orElseGet(DSL::noCondition));
        List<RecordItem> rows = sql.select()
                .from("cs_data.library_record")
                .where(found)
                .orderBy(DSL.field("id").desc())
                .limit(cursor.limit() + 1)
                .fetch(RecordReader::item);
        return Keyset.page(cursor, rows, item -> Places.key(item.id()));
    }

    private Condition matches(KnownLibrary library, String text) {
        Condition byLabel = DSL.field("label", String.class).containsIgnoreCase(text);
        List<Condition> all = new ArrayList<>(List.of(byLabel));
        List<LibraryKey> keys = library.library().keys();
        for (int slot = 0; slot < keys.size(); slot++) {
            if (keys.get(slot).fields().size() == 1) {
                all.add(DSL.condition("""
                        id in (select s.record from cs_data.library_key k
                            join cs_data.library_membership s on s.member = k.member
                            where k.library = ? and k.slot = ? and k.hash = ?)""", library.number(), slot, Hashes.of(text.toUpperCase(Locale.ROOT))));
            }
        }
        if (text.chars().allMatch(Character::isDigit) && text.length() < 18) {
            all.add(DSL.condition("id = ?", Long.parseLong(text)));
        }
        return DSL.or(all);
    }

    static RecordItem item(Record row) {
        String sources = row.get("sources", String.class);
        return new RecordItem(
                row.get("id", Long.class),
                row.get("label", String.class),
                row.get("members", Integer.class),
                sources.isEmpty() ? List.of() : List.of(sources.split(",")),
                row.get("changed_at", OffsetDateTime.class).toInstant());
    }

    RecordView get(KnownLibrary library, long id, Viewer viewer) {
        Record head = sql.fetchOptional(
                        "select * from cs_data.library_record where library = ? and id = ?", library.number(), id)
                .orElseThrow(() -> new Fault(
                        DataError.LIBRARY_RECORD_NOT_FOUND, "the library " + library.id() + " has no record " + id));
        RowReading.Reading shown = reading.begin(library, viewer);
        Result<Record> members = sql.fetch("""
                        select m.* from cs_data.library_membership s join cs_data.library_member m on m.id = s.member
                        where s.record = ? order by m.id""", id);
        RecordView view = new RecordView(
                library.id(),
                id,
                head.get("label", String.class),
                head.get("gone", Boolean.class),
                Optional.ofNullable(head.get("gone_into", Long.class)),
                head.get("changed_at", OffsetDateTime.class).toInstant(),
                values(library, head, members, shown),
                members.map(shown::row),
                reasons(library, id, members),
                history(library, id),
                decisions.ofRecord(library, id));
        shown.end();
        return view;
    }

    private static List<RecordView.Value> values(
            KnownLibrary library, Record head, Result<Record> members, RowReading.Reading shown) {
        String[] values = head.get("vals", String[].class);
        Long[] origins = head.get("origins", Long[].class);
        List<RecordView.Value> all = new ArrayList<>();
        for (int i = 0; i < values.length && i < library.library().fields().size(); i++) {
            int place = i;
            LibraryField field = library.library().fields().get(i);
            TreeSet<String> different = new TreeSet<>();
            members.forEach(row ->
                    Optional.ofNullable(row.get("vals", String[].class)[place]).ifPresent(different::add));
            all.add(new RecordView.Value(
                    field.name(),
                    field.title(),
                    field.type(),
                    field.unit(),
                    Optional.ofNullable(values[i]).map(value -> shown.value(place, value)),
                    Optional.of(origins[i]).filter(origin -> origin != 0),
                    field.choice().criteria().stream().map(one -> one.word()).toList(),
                    Math.max(0, different.size() - 1)));
        }
        return all;
    }

    private List<RecordView.Reason> reasons(KnownLibrary library, long id, Result<Record> members) {
        List<RecordView.Reason> reasons = new ArrayList<>();
        List<LibraryKey> keys = library.library().keys();
        for (int slot = 0; slot < keys.size(); slot++) {
            int place = slot;
            Map<Long, List<Record>> bySame = new HashMap<>();
            members.forEach(row -> {
                Long[] hashes = row.get("keys", Long[].class);
                // A key that was defined since then has no values before the next build.
                if (place < hashes.length && hashes[place] != 0) {
                    bySame.computeIfAbsent(hashes[place], absent -> new ArrayList<>())
                            .add(row);
                }
            });
            bySame.values().stream()
                    .filter(rows -> rows.size() > 1)
                    .forEach(rows -> reasons.add(new RecordView.Reason(
                            "key",
                            keys.get(place).id(),
                            Optional.of(keys.get(place).shown(rows.getFirst().get("vals", String[].class))),
                            rows.stream().map(row -> row.get("id", Long.class)).toList(),
                            Optional.empty(),
                            Map.of())));
        }
        sql.fetch("""
                        select l.* from cs_data.library_link l
                        join cs_data.library_membership a on a.member = l.a
                        join cs_data.library_membership b on b.member = l.b
                        where a.record = ? and b.record = ? and l.rule < ?
                        order by l.score desc limit 200""", id, id, library.library().fuzzy().size()).forEach(link -> reasons.add(likeness(library, link)));
        return reasons;
    }

    static RecordView.Reason likeness(KnownLibrary library, Record link) {
        FuzzyRule rule = library.library().fuzzy().get(link.get("rule", Integer.class));
        return new RecordView.Reason(
                "likeness",
                rule.id(),
                Optional.empty(),
                List.of(link.get("a", Long.class), link.get("b", Long.class)),
                Optional.of(rounded(link.get("score", Double.class))),
                parts(library, rule, link.get("parts", Double[].class)));
    }

    static Map<String, Double> parts(KnownLibrary library, FuzzyRule rule, Double[] scores) {
        Map<String, Double> parts = new LinkedHashMap<>();
        for (int i = 0; i < rule.comparisons().size() && i < scores.length; i++) {
            if (scores[i] >= 0) {
                FuzzyRule.Comparison one = rule.comparisons().get(i);
                parts.put(library.library().names().get(one.field()), rounded(scores[i]));
            }
        }
        return parts;
    }

    private static double rounded(double score) {
        return Math.round(score * 1_000) / 1_000.0;
    }

    private List<RecordView.Happening> history(KnownLibrary library, long id) {
        return sql.fetch("""
                        select * from cs_data.library_event where library = ? and (record = ? or other = ?)
                        order by id desc limit 200""", library.number(), id, id)
                .map(row -> new RecordView.Happening(
                        row.get("kind", String.class) + (row.get("record", Long.class) == id ? "" : "-away"),
                        row.get("at", OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(
                                row.get("record", Long.class) == id
                                        ? row.get("other", Long.class)
                                        : row.get("record", Long.class)),
                        List.of(row.get("rows", String[].class)),
                        row.get("build", Long.class)));
    }
}
