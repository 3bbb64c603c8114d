package org.chengshu.data.library.build;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.chengshu.data.library.cluster.Judgement;
import org.chengshu.data.library.cluster.KeyColumn;
import org.chengshu.data.library.cluster.Links;
import org.chengshu.data.library.definition.KnownLibrary;
import org.chengshu.data.library.definition.Library;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** Reads what grouping needs of the rows in {@code affected}. */
@Component
class CastReader {
    private static final int FETCH = 20_000;
    private final DSLContext sql;

    CastReader(DSLContext sql) {
        this.sql = sql;
    }

    Cast read(KnownLibrary library, int rows) {
        Library definition = library.library();
        long[] ids = new long[rows];
        long[] former = new long[rows];
        long[][] hashes = new long[definition.keys().size()][rows];
        int row = 0;
        try (var cursor = sql.resultQuery("""
                        select m.id, m.keys, coalesce(s.record, 0) as record from affected a
                        join cs_data.library_member m on m.id = a.member
                        left join cs_data.library_membership s on s.member = m.id order by m.id""").fetchSize(FETCH).fetchLazy()) {
            for (Record one : cursor) {
                ids[row] = one.get(0, Long.class);
                Long[] keys = one.get(1, Long[].class);
                for (int slot = 0; slot < hashes.length && slot < keys.length; slot++) {
                    hashes[slot][row] = keys[slot];
                }
                former[row++] = one.get(2, Long.class);
            }
        }
        Map<Integer, Set<Long>> allowed = allowed(library.number());
        List<KeyColumn> keys = new ArrayList<>();
        for (int slot = 0; slot < hashes.length; slot++) {
            keys.add(new KeyColumn(
                    hashes[slot], definition.keys().get(slot).identity(), allowed.getOrDefault(slot, Set.of())));
        }
        int number = library.number();
        return new Cast(ids, former, keys, links(number, ids), judgements(number, ids));
    }

    private Map<Integer, Set<Long>> allowed(int library) {
        Map<Integer, Set<Long>> allowed = new HashMap<>();
        sql.fetch("""
                        select slot, hash from cs_data.library_decision
                        where library = ? and kind = 'allow' and revoked_at is null""", library)
                .forEach(row -> allowed.computeIfAbsent(row.get(0, Integer.class), slot -> new HashSet<>())
                        .add(row.get(1, Long.class)));
        return allowed;
    }

    private Links links(int library, long[] ids) {
        Links.Maker links = Links.maker();
        try (var cursor = sql.resultQuery("""
                        select l.a, l.b, l.score from cs_data.library_link l join affected f on f.member = l.a
                        where l.library = ? and l.verdict = 1""", library).fetchSize(FETCH).fetchLazy()) {
            for (Record row : cursor) {
                int left = Arrays.binarySearch(ids, row.get(0, Long.class));
                int right = Arrays.binarySearch(ids, row.get(1, Long.class));
                if (left >= 0 && right >= 0) {
                    links.add(left, right, row.get(2, Double.class));
                }
            }
        }
        return links.links();
    }

    private record Sides(boolean together, List<Integer> left, List<Integer> right) {}

    private List<Judgement> judgements(int library, long[] ids) {
        Map<Long, Sides> sides = new TreeMap<>();
        sql.fetch("""
                        select d.id, d.kind, r.side, m.id as member from cs_data.library_decision d
                        join cs_data.library_decision_row r on r.decision = d.id
                        join cs_data.library_member m on m.source = r.source and m.key_hash = r.key_hash
                        join affected f on f.member = m.id
                        where d.library = ? and d.revoked_at is null order by d.id, m.id""", library).forEach(row -> {
            Sides one = sides.computeIfAbsent(
                    row.get("id", Long.class),
                    id -> new Sides(
                            row.get("kind", String.class).equals("together"), new ArrayList<>(), new ArrayList<>()));
            int place = Arrays.binarySearch(ids, row.get("member", Long.class));
            (row.get("side", Integer.class) == 0 ? one.left() : one.right()).add(place);
        });
        return sides.values().stream()
                .map(one -> new Judgement(one.together(), one.left(), one.right()))
                .toList();
    }
}
