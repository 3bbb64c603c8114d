package org.chengshu.data.library.build;

import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * Finds the rows that hang together with those that were touched, over keys, sure links, decisions and former records: as
 * much as has to be grouped anew, and no more. They are in the temporary table {@code affected} of the transaction.
 */
@Component
class Affected {
    private final DSLContext sql;

    Affected(DSLContext sql) {
        this.sql = sql;
    }

    /** @return how many rows */
    int gather(int library, boolean whole) {
        sql.execute("create temp table affected (member bigint primary key, round int not null) on commit drop");
        int rows = whole
                ? sql.execute(
                        "insert into affected select id, 0 from cs_data.library_member where library = ?", library)
                : sql.execute("""
                        insert into affected
                        select m.id, 0 from cs_data.library_touched t join cs_data.library_member m on m.id = t.member
                        where t.library = ?
                        union select s.member, 0 from cs_data.library_touched_record t
                        join cs_data.library_membership s on s.record = t.record
                        join cs_data.library_member m on m.id = s.member where t.library = ?""", library, library);
        int found = whole ? 0 : rows;
        for (int round = 1; found > 0; round++) {
            found = spread(library, round);
            rows += found;
        }
        sql.execute("analyze affected");
        return rows;
    }

    private int spread(int library, int round) {
        return sql.execute("""
                with fresh as (select member from affected where round = ?)
                insert into affected
                select distinct near.member, ? from (
                    select k.member from fresh f join cs_data.library_member m on m.id = f.member
                    cross join lateral unnest(m.keys) with ordinality as u(hash, place)
                    join cs_data.library_key k on k.library = ? and k.slot = u.place - 1 and k.hash = u.hash
                    where u.hash <> 0
                    union all select l.b from fresh f join cs_data.library_link l on l.a = f.member where l.verdict = 1
                    union all select l.a from fresh f join cs_data.library_link l on l.b = f.member where l.verdict = 1
                    union all select o.member from fresh f
                    join cs_data.library_membership s on s.member = f.member
                    join cs_data.library_membership o on o.record = s.record
                    union all select p.id from fresh f
                    join cs_data.library_member m on m.id = f.member
                    join cs_data.library_decision_row r on r.source = m.source and r.key_hash = m.key_hash
                    join cs_data.library_decision d on d.id = r.decision and d.revoked_at is null
                    join cs_data.library_decision_row s on s.decision = d.id
                    join cs_data.library_member p on p.source = s.source and p.key_hash = s.key_hash) near
                join cs_data.library_member there on there.id = near.member
                on conflict do nothing""", round - 1, round, library);
    }
}
