package org.chengshu.data.library.build;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.chengshu.core.db.Transactions;
import org.chengshu.data.library.cluster.Clustering;
import org.chengshu.data.library.cluster.Grouping;
import org.chengshu.data.library.cluster.Identities;
import org.chengshu.data.library.definition.KnownLibrary;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Puts touched rows together anew and writes the records that come of it, their origins and what became of former ones. */
@Component
public class Regroup {
    private static final int LOCK = 5_041;
    private static final int EVENT_ROWS = 100;

    private final DSLContext sql;
    private final Transactions transactions;
    private final Affected affected;
    private final CastReader reader;
    private final RecordWriter writer;
    private final Clock clock;

    Regroup(
            DSLContext sql,
            Transactions transactions,
            Affected affected,
            CastReader reader,
            RecordWriter writer,
            Clock clock) {
        this.sql = sql;
        this.transactions = transactions;
        this.affected = affected;
        this.reader = reader;
        this.writer = writer;
        this.clock = clock;
    }

    /**
     * What a grouping came to.
     *
     * @param held values of exact keys that were not followed
     * @param unmet decisions that could not be followed
     */
    public record Result(int rows, int held, int unmet) {}

    /** Whether the library can be regrouped now, until the end of the transaction; a build holds it for a while. */
    public boolean lock(int library) {
        return Boolean.TRUE.equals(sql.fetchValue("select pg_try_advisory_xact_lock(?, ?)", LOCK, library));
    }

    void awaitLock(int library) {
        sql.fetch("select pg_advisory_xact_lock(?, ?)", LOCK, library);
    }

    /** Whether rows wait to be compared anew, so that grouping has to wait for the build. */
    public boolean waiting(int library) {
        return sql.fetchExists(
                sql.selectOne().from("cs_data.library_touched").where("library = ? and rematch", library));
    }

    /** In a transaction that holds the lock. */
    public Result run(KnownLibrary library, boolean whole, long build) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        int rows = affected.gather(library.number(), whole);
        Cast cast = reader.read(library, rows);
        Grouping grouping = Clustering.of(
                rows,
                cast.keys(),
                cast.links(),
                cast.judgements(),
                library.library().largest(),
                library.library().margin());
        long[] numbers = numbers(grouping, cast);
        writer.write(library, cast, numbers, build, now);
        tell(library.number(), cast, numbers, build, now);
        retire(library.number(), cast, numbers, whole, build, now);
        oddities(library.number(), cast, grouping, whole);
        refusals(cast, grouping);
        sql.execute("delete from cs_data.library_touched where library = ?", library.number());
        sql.execute("delete from cs_data.library_touched_record where library = ?", library.number());
        sql.execute("drop table affected");
        return new Result(rows, grouping.held().size(), grouping.unmet().size());
    }

    /** For each row the number of the record that it is part of now. */
    private long[] numbers(Grouping grouping, Cast cast) {
        long[] kept = Identities.keep(grouping.group(), cast.former());
        int fresh = 0;
        for (int row = 0; row < kept.length; row++) {
            fresh += grouping.group()[row] == row && kept[row] == 0 ? 1 : 0;
        }
        long next = reserve(fresh);
        long[] numbers = new long[kept.length];
        for (int row = 0; row < kept.length; row++) {
            int group = grouping.group()[row];
            if (group == row && kept[row] == 0) {
                kept[row] = next++;
            }
            numbers[row] = kept[group];
        }
        return numbers;
    }

    /** The first of so many numbers that nobody else gets: the sequence is moved on under the advisory lock of all. */
    private long reserve(int many) {
        if (many == 0) {
            return 0;
        }
        sql.fetch("select pg_advisory_xact_lock(?, 0)", LOCK);
        long first = nextNumber();
        sql.fetch("select setval('cs_data.library_record_id', ?)", first + many - 1);
        return first;
    }

    private long nextNumber() {
        Object next = sql.fetchValue("select nextval('cs_data.library_record_id')");
        return ((Number) Objects.requireNonNull(next)).longValue();
    }

    /** What became of records that were there before: rows that joined, records that were merged or split. */
    private void tell(int library, Cast cast, long[] numbers, long build, OffsetDateTime now) {
        Set<Long> before = cast.formerRecords();
        if (before.isEmpty()) {
            return;
        }
        Set<Long> living = new HashSet<>();
        for (long number : numbers) {
            living.add(number);
        }
        sql.execute("""
                create temp table moved_row (kind text not null, record bigint not null, other bigint not null,
                    member bigint not null) on commit drop""");
        CopyRows moved = new CopyRows(transactions, "moved_row (kind, record, other, member)");
        for (int row = 0; row < numbers.length; row++) {
            long former = cast.former()[row];
            if (former != numbers[row] && (former != 0 || before.contains(numbers[row]))) {
                moved.add(kind(former, living)).add(numbers[row]).add(former);
                moved.add(cast.ids()[row]).end();
            }
        }
        moved.flush();
        sql.execute("""
                insert into cs_data.library_event (library, record, other, kind, rows, build, at)
                select ?, r.record, nullif(r.other, 0), r.kind, array_agg(m.source || ':' || m.row_key order by m.id),
                    ?, ?::timestamptz
                from (select *, row_number() over (partition by record, other, kind order by member) as place
                    from moved_row) r
                join cs_data.library_member m on m.id = r.member
                where r.place <= ? group by r.record, r.other, r.kind""", library, build, now, EVENT_ROWS);
        sql.execute("drop table moved_row");
    }

    private static String kind(long former, Set<Long> living) {
        if (former == 0) {
            return "joined";
        }
        return living.contains(former) ? "split" : "merged";
    }

    /** Ends records that have no rows any more, and says into which one most of their rows went. */
    private void retire(int library, Cast cast, long[] numbers, boolean whole, long build, OffsetDateTime now) {
        Map<Long, Long> into = new HashMap<>();
        Map<Long, Map<Long, Integer>> went = new HashMap<>();
        for (int row = 0; row < numbers.length; row++) {
            if (cast.former()[row] != 0 && cast.former()[row] != numbers[row]) {
                went.computeIfAbsent(cast.former()[row], absent -> new HashMap<>())
                        .merge(numbers[row], 1, Integer::sum);
            }
        }
        went.forEach((former, to) -> into.put(
                former,
                to.entrySet().stream()
                        .max(Map.Entry.<Long, Integer>comparingByValue().thenComparing(Map.Entry::getKey))
                        .orElseThrow()
                        .getKey()));
        Long[] from = into.keySet().toArray(Long[]::new);
        Long[] to = Arrays.stream(from).map(into::get).toArray(Long[]::new);
        String candidates = whole
                ? "r.library = ? and not r.gone"
                : "r.library = ? and not r.gone and (r.id = any(?) or r.id in (select record from"
                        + " cs_data.library_touched_record where library = r.library))";
        Object[] bound = whole
                ? new Object[] {build, now, from, to, library}
                : new Object[] {build, now, from, to, library, from};
        sql.execute(
                """
                update cs_data.library_record ended set gone = true, dirty = true, members = 0, changed_by = ?,
                    changed_at = ?::timestamptz, gone_into = w.into_record
                from cs_data.library_record r left join unnest(?::bigint[], ?::bigint[]) as w(from_record, into_record)
                    on w.from_record = r.id
                where ended.id = r.id and\s""" + candidates + " and not exists (select 1 from cs_data.library_membership s where s.record = r.id)",
                bound);
    }

    private void oddities(int library, Cast cast, Grouping grouping, boolean whole) {
        if (whole) {
            sql.execute("delete from cs_data.library_oddity where library = ?", library);
        } else {
            sql.execute("""
                    delete from cs_data.library_oddity o using affected f
                    where o.library = ? and o.member = f.member""", library);
            sql.execute("""
                    delete from cs_data.library_oddity o where o.library = ? and o.kind = 'held' and o.hash in (
                        select u.hash from affected f join cs_data.library_member m on m.id = f.member
                        cross join lateral unnest(m.keys) as u(hash))""", library);
        }
        CopyRows rows =
                new CopyRows(transactions, "cs_data.library_oddity (library, kind, slot, hash, member, other, number)");
        for (Grouping.Held held : grouping.held()) {
            rows.add(library)
                    .add("held")
                    .add(held.key())
                    .add(held.hash())
                    .add(0)
                    .none()
                    .add(held.rows());
            rows.end();
        }
        for (Grouping.Contradiction one : grouping.contradictions()) {
            long hash = cast.keys().get(one.key()).hashes()[one.row()];
            rows.add(library).add("contradiction").add(one.key()).add(hash);
            rows.add(cast.ids()[one.row()]).add(cast.ids()[one.other()]).add(1).end();
        }
        rows.flush();
    }

    /** Marks the links that were not followed and that people should look at. */
    private void refusals(Cast cast, Grouping grouping) {
        sql.execute("""
                update cs_data.library_link l set refusal = null from affected f
                where l.a = f.member and l.refusal is not null""");
        List<Grouping.Refused> asked = grouping.refused().stream()
                .filter(one -> switch (one.why()) {
                    case AMBIGUOUS, TOO_LARGE -> true;
                    case APART, KEYS_DIFFER -> false;
                })
                .toList();
        Long[] left = asked.stream()
                .map(one -> cast.ids()[cast.links().left(one.link())])
                .toArray(Long[]::new);
        Long[] right = asked.stream()
                .map(one -> cast.ids()[cast.links().right(one.link())])
                .toArray(Long[]::new);
        String[] why = asked.stream().map(one -> one.why().word()).toArray(String[]::new);
        sql.execute("""
                update cs_data.library_link l set refusal = w.why
                from unnest(?::bigint[], ?::bigint[], ?::text[]) as w(a, b, why) where l.a = w.a and l.b = w.b""", left, right, why);
    }
}
