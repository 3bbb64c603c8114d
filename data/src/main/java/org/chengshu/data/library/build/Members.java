package org.chengshu.data.library.build;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.chengshu.core.db.Transactions;
import org.chengshu.data.library.golden.MemberRow;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The rows that take part in libraries, and the keys under which they meet. */
@Component("libraryMembers")
class Members {
    static final int BLOCK = 100;
    static final int IDENTIFIED_BLOCK = 101;
    private static final int FETCH = 20_000;

    private final DSLContext sql;
    private final Transactions transactions;

    Members(DSLContext sql, Transactions transactions) {
        this.sql = sql;
        this.transactions = transactions;
    }

    /** A row as it is written. {@code keys} are its exact keys by slot, 0 where it has none. */
    record NewMember(
            long id,
            String rowKey,
            long keyHash,
            long content,
            long changedAt,
            String[] values,
            long[] keys,
            long[] blocks,
            boolean identified) {}

    private record Key(int slot, long hash, long member) {}

    KnownRows known(int source) {
        KnownRows known = new KnownRows();
        try (var cursor = sql.resultQuery(
                        "select key_hash, content, id from cs_data.library_member where source = ?", source)
                .fetchSize(FETCH)
                .fetchLazy()) {
            cursor.forEach(row -> known.add(row.get(0, Long.class), row.get(1, Long.class), row.get(2, Long.class)));
        }
        return known;
    }

    List<Long> ids(int many) {
        return sql.fetch("select nextval('cs_data.library_member_id') from generate_series(1, ?)", many)
                .getValues(0, Long.class);
    }

    void add(int library, int source, int revision, List<NewMember> rows) {
        CopyRows members = new CopyRows(
                transactions,
                "cs_data.library_member (id, library, source, row_key, key_hash, content, revision, changed_at, vals,"
                        + " keys, blocks)");
        List<Key> keys = new ArrayList<>();
        for (NewMember row : rows) {
            members.add(row.id()).add(library).add(source).add(row.rowKey()).add(row.keyHash());
            members.add(row.content()).add(revision);
            if (row.changedAt() == MemberRow.UNKNOWN) {
                members.none();
            } else {
                members.add(row.changedAt());
            }
            members.add(row.values()).add(row.keys()).add(row.blocks()).end();
            keysOf(row, keys);
        }
        members.flush();
        // In the order of the index, which makes writing it a good deal cheaper.
        keys.sort(
                Comparator.comparingInt(Key::slot).thenComparingLong(Key::hash).thenComparingLong(Key::member));
        CopyRows table = new CopyRows(transactions, "cs_data.library_key (library, slot, hash, member)");
        keys.forEach(key -> table.add(library)
                .add(key.slot())
                .add(key.hash())
                .add(key.member())
                .end());
        table.flush();
    }

    private static void keysOf(NewMember row, List<Key> keys) {
        for (int slot = 0; slot < row.keys().length; slot++) {
            if (row.keys()[slot] != 0) {
                keys.add(new Key(slot, row.keys()[slot], row.id()));
            }
        }
        int slot = row.identified() ? IDENTIFIED_BLOCK : BLOCK;
        for (long hash : row.blocks()) {
            keys.add(new Key(slot, hash, row.id()));
        }
    }

    /** Whoever hangs together with these rows is to be looked at anew. */
    void touchAround(int library, Long[] members) {
        sql.execute("""
                insert into cs_data.library_touched_record
                select distinct library, record from cs_data.library_membership where member = any(?)
                on conflict do nothing""", (Object) members);
        sql.execute("""
                insert into cs_data.library_touched (library, member, rematch)
                select ?, near, false from (
                    select o.member as near from cs_data.library_membership m
                    join cs_data.library_membership o using (record) where m.member = any(?)
                    union select b from cs_data.library_link where a = any(?)
                    union select a from cs_data.library_link where b = any(?)
                    union select k.member from cs_data.library_member m
                    cross join lateral unnest(m.keys) with ordinality as u(hash, place)
                    join cs_data.library_key k on k.library = m.library and k.slot = u.place - 1 and k.hash = u.hash
                    where m.id = any(?) and u.hash <> 0
                    union select p.id from cs_data.library_member m
                    join cs_data.library_decision_row r on r.source = m.source and r.key_hash = m.key_hash
                    join cs_data.library_decision_row s using (decision)
                    join cs_data.library_member p on p.source = s.source and p.key_hash = s.key_hash
                    where m.id = any(?)) around
                on conflict do nothing""", library, members, members, members, members, members);
    }

    void touch(int library, List<Long> members) {
        sql.execute("""
                insert into cs_data.library_touched (library, member, rematch)
                select ?, m, true from unnest(?::bigint[]) as m
                on conflict (library, member) do update set rematch = true""", library, members.toArray(Long[]::new));
    }

    /** Takes rows out with their keys and links. */
    void remove(Long[] members) {
        sql.execute("""
                delete from cs_data.library_key k using (
                    select m.library, u.place - 1 as slot, u.hash, m.id from cs_data.library_member m
                    cross join lateral unnest(m.keys) with ordinality as u(hash, place)
                    where m.id = any(?) and u.hash <> 0
                    union all select m.library, s.slot, u.hash, m.id from cs_data.library_member m
                    cross join lateral unnest(m.blocks) as u(hash) cross join (values (100), (101)) as s(slot)
                    where m.id = any(?)) gone
                where k.library = gone.library and k.slot = gone.slot and k.hash = gone.hash and k.member = gone.id
                """, members, members);
        sql.execute("delete from cs_data.library_link where a = any(?)", (Object) members);
        sql.execute("delete from cs_data.library_link where b = any(?)", (Object) members);
        sql.execute("delete from cs_data.library_member where id = any(?)", (Object) members);
    }

    /** Takes every row of the source out; memberships stay, so that rows that come back find their records. */
    void removeAll(int library, int source) {
        sql.execute("""
                delete from cs_data.library_key k using cs_data.library_member m
                where k.library = ? and m.source = ? and k.member = m.id""", library, source);
        sql.execute("""
                delete from cs_data.library_link l using cs_data.library_member m
                where l.library = ? and m.source = ? and (l.a = m.id or l.b = m.id)""", library, source);
        sql.execute("delete from cs_data.library_member where source = ?", source);
    }

    /** Ends the membership of rows that are no more and says so in their records' history. */
    void leave(int library, long build, Long[] members, OffsetDateTime now) {
        sql.execute("""
                insert into cs_data.library_event (library, record, kind, rows, build, at)
                select ?, s.record, 'left', array_agg(m.source || ':' || m.row_key order by m.id), ?, ?::timestamptz
                from cs_data.library_membership s join cs_data.library_member m on m.id = s.member
                where s.member = any(?) group by s.record""", library, build, now, members);
        sql.execute("delete from cs_data.library_membership where member = any(?)", (Object) members);
    }
}
