package org.chengshu.data.library.decision;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.chengshu.core.access.Viewer;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

@Component("libraryDecisionStore")
class DecisionStore {
    private final DSLContext sql;
    private final Clock clock;

    DecisionStore(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    long add(int library, String kind, Optional<Integer> slot, Optional<Long> hash, Words words, Viewer who) {
        return sql.fetchSingle(
                        """
                        insert into cs_data.library_decision (library, kind, slot, hash, shown, note, account, who, at)
                        values (?, ?, ?::smallint, ?::bigint, ?, ?, ?::uuid, ?, ?::timestamptz) returning id""",
                        library,
                        kind,
                        slot.orElse(null),
                        hash.orElse(null),
                        words.shown(),
                        words.note(),
                        who.accountId(),
                        who.displayName(),
                        now())
                .get(0, Long.class);
    }

    record Words(String shown, String note) {}

    void addRows(long decision, int side, List<Long> members) {
        sql.execute("""
                insert into cs_data.library_decision_row (decision, side, source, key_hash, row_key)
                select ?, ?, source, key_hash, row_key from cs_data.library_member where id = any(?)""", decision, side, members.toArray(Long[]::new));
    }

    void revoke(long decision, Viewer who) {
        sql.execute("""
                update cs_data.library_decision set revoked_at = ?::timestamptz, revoked_by = ?
                where id = ? and revoked_at is null""", now(), who.displayName(), decision);
    }

    /** The rows that it speaks of are to be grouped anew. */
    void touch(int library, long decision) {
        sql.execute("""
                insert into cs_data.library_touched (library, member, rematch)
                select distinct ?, m.id, false from cs_data.library_decision d
                join cs_data.library_decision_row r on r.decision = d.id
                join cs_data.library_member m on m.source = r.source and m.key_hash = r.key_hash where d.id = ?
                union select ?, k.member, false from cs_data.library_decision d
                join cs_data.library_key k on k.library = d.library and k.slot = d.slot and k.hash = d.hash
                where d.id = ?
                on conflict do nothing""", library, decision, library, decision);
    }

    Optional<Decision> find(int library, long id) {
        return sql.fetchOptional("select * from cs_data.library_decision where library = ? and id = ?", library, id)
                .map(DecisionStore::decision);
    }

    List<Decision> list(int library, long before, int limit) {
        return sql.fetch(
                        "select * from cs_data.library_decision where library = ? and id < ? order by id desc limit ?",
                        library,
                        before,
                        limit)
                .map(DecisionStore::decision);
    }

    /** Those in force that speak of rows of the record. */
    List<Decision> ofRecord(int library, long record) {
        return sql.fetch("""
                        select * from cs_data.library_decision d
                        where d.library = ? and d.revoked_at is null and exists (
                            select 1 from cs_data.library_membership s
                            join cs_data.library_member m on m.id = s.member
                            join cs_data.library_decision_row r on r.source = m.source and r.key_hash = m.key_hash
                            where s.record = ? and r.decision = d.id)
                        order by d.id""", library, record).map(DecisionStore::decision);
    }

    List<Long> members(int library, long record) {
        return sql.fetch("""
                        select s.member from cs_data.library_membership s
                        where s.library = ? and s.record = ? order by s.member""", library, record).getValues(0, Long.class);
    }

    String label(int library, long record) {
        return sql.fetchOptional(
                        "select label from cs_data.library_record where library = ? and id = ?", library, record)
                .map(row -> row.get(0, String.class))
                .orElse("");
    }

    /** The exact keys of rows, by slot. */
    List<Long[]> keys(List<Long> members) {
        return sql.fetch("select keys from cs_data.library_member where id = any(?) order by id", (Object)
                        members.toArray(Long[]::new))
                .getValues(0, Long[].class);
    }

    List<Long> recordsOf(List<Long> members) {
        return sql.fetch(
                        "select distinct record from cs_data.library_membership where member = any(?) order by record",
                        (Object) members.toArray(Long[]::new))
                .getValues(0, Long.class);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Decision decision(Record row) {
        return new Decision(
                row.get("id", Long.class),
                row.get("kind", String.class),
                row.get("shown", String.class),
                row.get("note", String.class),
                row.get("who", String.class),
                row.get("at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.get("revoked_at", OffsetDateTime.class)).map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.get("revoked_by", String.class)));
    }
}
