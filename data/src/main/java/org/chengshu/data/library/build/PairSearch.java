package org.chengshu.data.library.build;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.jobs.JobProgress;
import org.chengshu.data.library.definition.KnownLibrary;
import org.chengshu.data.library.definition.Library;
import org.chengshu.data.library.match.Likeness;
import org.chengshu.data.library.match.Matching;
import org.chengshu.data.library.match.Prepared;
import org.chengshu.data.library.match.Verdict;
import org.chengshu.kernel.Text;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** Compares rows that meet in a block, of which one is new or changed, and keeps the pairs that may be one thing. */
@Component
class PairSearch {
    /** In a larger block each row meets only those next to it by name. */
    static final int LARGEST_BLOCK = 400;

    static final int NEIGHBOURS = 40;
    private static final int FETCH = 5_000;
    private static final int TOLD_EVERY = 1_000;

    private final DSLContext sql;
    private final Transactions transactions;

    PairSearch(DSLContext sql, Transactions transactions) {
        this.sql = sql;
        this.transactions = transactions;
    }

    /** Pairs that were compared, kept as links, and blocks so large that they were looked through only in part. */
    record Found(long pairs, long kept, int largeBlocks) {}

    private record Met(long id, long[] keys, long[] blocks, Prepared values, String order, boolean touched) {}

    /** In a transaction. */
    Found run(KnownLibrary library, boolean whole, JobProgress progress) {
        Library definition = library.library();
        if (definition.fuzzy().isEmpty()) {
            return new Found(0, 0, 0);
        }
        wanted(library.number(), whole);
        Set<Long> large = large(library.number());
        sql.execute("create temp table found_link (like cs_data.library_link) on commit drop");
        Search search = new Search(library.number(), definition, whole, large);
        try (var cursor =
                sql.resultQuery("""
                        select w.hash, m.id, m.vals, m.keys, m.blocks, t.member is not null as touched
                        from wanted_block w
                        join cs_data.library_key k on k.library = ? and k.slot in (100, 101) and k.hash = w.hash
                        join cs_data.library_member m on m.id = k.member
                        left join cs_data.library_touched t on t.library = k.library and t.member = m.id and t.rematch
                        order by w.hash, m.id""", library.number()).fetchSize(FETCH).fetchLazy()) {
            for (Record row : cursor) {
                search.take(row, progress);
                if (progress.cancelled()) {
                    break;
                }
            }
        }
        search.endBlock();
        search.links.flush();
        int kept = sql.execute("insert into cs_data.library_link select * from found_link on conflict do nothing");
        return new Found(search.pairs, kept, large.size());
    }

    /** Blocks in which a row without identity meets another and something is new. */
    private void wanted(int library, boolean whole) {
        sql.execute("create temp table wanted_block (hash bigint primary key) on commit drop");
        if (whole) {
            sql.execute("""
                    insert into wanted_block
                    select hash from cs_data.library_key u where library = ? and slot = 100
                    group by hash
                    having count(*) > 1 or exists (select 1 from cs_data.library_key k
                        where k.library = ? and k.slot = 101 and k.hash = u.hash)""", library, library);
        } else {
            sql.execute("""
                    insert into wanted_block
                    select distinct u.hash from cs_data.library_touched t
                    join cs_data.library_member m on m.id = t.member cross join lateral unnest(m.blocks) as u(hash)
                    where t.library = ? and t.rematch
                        and exists (select 1 from cs_data.library_key k
                            where k.library = t.library and k.slot = 100 and k.hash = u.hash)""", library);
        }
        sql.execute("analyze wanted_block");
    }

    private Set<Long> large(int library) {
        return new HashSet<>(sql.fetch("""
                        select k.hash from wanted_block w
                        join cs_data.library_key k on k.library = ? and k.slot in (100, 101) and k.hash = w.hash
                        group by k.hash having count(*) > ?""", library, LARGEST_BLOCK).getValues(0, Long.class));
    }

    /** Rows of one block after another. */
    private final class Search {
        private final int library;
        private final Library definition;
        private final Matching matching;
        private final boolean whole;
        private final Set<Long> large;
        private final int orderBy;
        private final CopyRows links =
                new CopyRows(transactions, "found_link (library, a, b, rule, score, parts, verdict)");
        private final List<Met> block = new ArrayList<>();
        private long hash;
        private long rows;
        private long pairs;

        Search(int library, Library definition, boolean whole, Set<Long> large) {
            this.library = library;
            this.definition = definition;
            this.matching = definition.matching();
            this.whole = whole;
            this.large = large;
            this.orderBy =
                    definition.fuzzy().getFirst().comparisons().getFirst().field();
        }

        void take(Record row, JobProgress progress) {
            long next = row.get("hash", Long.class);
            if (next != hash) {
                endBlock();
                hash = next;
            }
            if (++rows % TOLD_EVERY == 0) {
                progress.at(pairs, 0, Text.of("已比较 " + pairs + " 对", pairs + " pairs compared"));
            }
            String[] values = row.get("vals", String[].class);
            String order = values[orderBy] == null ? "" : values[orderBy];
            block.add(new Met(
                    row.get("id", Long.class),
                    longs(row.get("keys", Long[].class)),
                    longs(row.get("blocks", Long[].class)),
                    new Prepared(values),
                    order,
                    whole || row.get("touched", Boolean.class)));
        }

        void endBlock() {
            boolean tooLarge = large.contains(hash);
            if (tooLarge) {
                block.sort(Comparator.comparing(Met::order).thenComparingLong(Met::id));
            }
            for (int i = 0; i < block.size(); i++) {
                int end = tooLarge ? Math.min(block.size(), i + NEIGHBOURS + 1) : block.size();
                for (int j = i + 1; j < end; j++) {
                    meet(block.get(i), block.get(j));
                }
            }
            block.clear();
        }

        private void meet(Met one, Met other) {
            if ((!one.touched() && !other.touched())
                    || definition.opposed(one.keys(), other.keys())
                    || Library.keyShared(one.keys(), other.keys())
                    || !firstMeeting(one.blocks(), other.blocks())) {
                return;
            }
            pairs++;
            Likeness like = matching.compare(one.values(), other.values());
            if (like.verdict() != Verdict.NO) {
                keep(one.id() < other.id() ? one : other, one.id() < other.id() ? other : one, like);
            }
        }

        private void keep(Met low, Met high, Likeness like) {
            StringBuilder parts = new StringBuilder("{");
            like.parts()
                    .forEach(part -> parts.append(parts.length() > 1 ? "," : "").append(part));
            links.add(library).add(low.id()).add(high.id()).add(like.rule()).add(like.score());
            links.add(parts.append('}').toString())
                    .add(like.verdict() == Verdict.SURE ? 1 : 2)
                    .end();
        }

        /**
         * Whether this is the first of the blocks that both rows are in, so that they are compared once; a large one, in
         * which they may miss each other, only counts when there is no other.
         */
        private boolean firstMeeting(long[] one, long[] other) {
            for (int i = 0, j = 0; i < one.length && j < other.length; ) {
                if (one[i] == other[j] && !large.contains(one[i])) {
                    return one[i] == hash;
                }
                boolean left = one[i] <= other[j];
                boolean right = other[j] <= one[i];
                i += left ? 1 : 0;
                j += right ? 1 : 0;
            }
            return true;
        }
    }

    private static long[] longs(Long[] boxed) {
        return Arrays.stream(boxed).mapToLong(Long::longValue).toArray();
    }
}
