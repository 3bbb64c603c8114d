package org.chengshu.data.library.build;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.chengshu.core.db.Transactions;
import org.chengshu.data.library.definition.KnownLibrary;
import org.chengshu.data.library.definition.KnownSource;
import org.chengshu.data.library.definition.LibraryBook;
import org.chengshu.data.library.golden.MemberRow;
import org.chengshu.data.library.golden.Survivorship;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** Writes who belongs to which record, and the records with their values and origins. */
@Component("libraryRecordWriter")
class RecordWriter {
    private static final int FETCH = 10_000;
    private final DSLContext sql;
    private final Transactions transactions;
    private final LibraryBook book;

    RecordWriter(DSLContext sql, Transactions transactions, LibraryBook book) {
        this.sql = sql;
        this.transactions = transactions;
        this.book = book;
    }

    void write(KnownLibrary library, Cast cast, long[] numbers, long build, OffsetDateTime now) {
        sql.execute("create temp table placed (record bigint not null, member bigint not null) on commit drop");
        CopyRows placed = new CopyRows(transactions, "placed (record, member)");
        for (int row = 0; row < numbers.length; row++) {
            placed.add(numbers[row]).add(cast.ids()[row]).end();
        }
        placed.flush();
        sql.execute("analyze placed");
        sql.execute("""
                delete from cs_data.library_membership s using placed p
                where s.member = p.member and s.record <> p.record""");
        sql.execute("""
                insert into cs_data.library_membership (member, library, record)
                select p.member, ?, p.record from placed p
                where not exists (select 1 from cs_data.library_membership s where s.member = p.member)
                order by p.record, p.member""", library.number());
        choose(library);
        sql.execute("analyze made_record");
        store(library.number(), build, now);
        sql.execute("drop table placed");
        sql.execute("drop table made_record");
    }

    private void choose(KnownLibrary library) {
        sql.execute("""
                create temp table made_record (id bigint not null, label text not null, vals text[] not null,
                    origins bigint[] not null, members int not null, sources text not null) on commit drop""");
        Chooser chooser = new Chooser(library, book.sources(library.id()));
        try (var cursor = sql.resultQuery("""
                        select p.record, m.id, m.vals, m.source, m.changed_at from placed p
                        join cs_data.library_member m on m.id = p.member order by p.record, m.id""").fetchSize(FETCH).fetchLazy()) {
            for (Record row : cursor) {
                chooser.take(row);
            }
        }
        chooser.end();
    }

    private void store(int library, long build, OffsetDateTime now) {
        sql.execute("""
                insert into cs_data.library_record as r (id, library, label, vals, origins, members, sources, made_by,
                    changed_by, changed_at)
                select id, ?, label, vals, origins, members, sources, ?, ?, ?::timestamptz from made_record order by id
                on conflict (id) do update set label = excluded.label, vals = excluded.vals,
                    origins = excluded.origins, members = excluded.members, sources = excluded.sources,
                    changed_by = excluded.changed_by, changed_at = excluded.changed_at, gone = false, gone_into = null,
                    dirty = true
                where (r.vals, r.origins, r.members, r.sources, r.gone)
                    is distinct from (excluded.vals, excluded.origins, excluded.members, excluded.sources, false)""", library, build, build, now);
    }

    /** Takes the rows of one record after another and writes what they make. */
    private final class Chooser {
        private final Survivorship survivorship;
        private final int label;
        private final Map<Integer, KnownSource> sources = new HashMap<>();
        private final CopyRows made =
                new CopyRows(transactions, "made_record (id, label, vals, origins, members, sources)");
        private final List<MemberRow> rows = new ArrayList<>();
        private final TreeSet<String> from = new TreeSet<>();
        private long record;

        Chooser(KnownLibrary library, List<KnownSource> known) {
            survivorship = library.library().survivorship();
            label = library.library().label();
            known.forEach(source -> sources.put(source.number(), source));
        }

        void take(Record row) {
            long next = row.get(0, Long.class);
            if (next != record) {
                endRecord();
                record = next;
            }
            KnownSource source = sources.get(row.get(3, Integer.class));
            Long changed = row.get(4, Long.class);
            rows.add(new MemberRow(
                    row.get(1, Long.class),
                    row.get(2, String[].class),
                    source == null ? Integer.MAX_VALUE : source.source().priority(),
                    changed == null ? MemberRow.UNKNOWN : changed));
            from.add(source == null ? "?" : source.id());
        }

        void end() {
            endRecord();
            made.flush();
        }

        private void endRecord() {
            if (rows.isEmpty()) {
                return;
            }
            int[] origins = survivorship.origins(rows);
            String[] values = new String[origins.length];
            long[] members = new long[origins.length];
            for (int field = 0; field < origins.length; field++) {
                if (origins[field] != Survivorship.NOBODY) {
                    MemberRow row = rows.get(origins[field]);
                    values[field] = row.values()[field];
                    members[field] = row.id();
                }
            }
            made.add(record)
                    .add(values[label] == null ? "" : values[label])
                    .add(values)
                    .add(members);
            made.add(rows.size()).add(String.join(",", from)).end();
            rows.clear();
            from.clear();
        }
    }
}
