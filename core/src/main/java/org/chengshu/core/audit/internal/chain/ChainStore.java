package org.chengshu.core.audit.internal.chain;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.chengshu.core.audit.AuditAlgorithm;
import org.chengshu.core.audit.AuditRow;
import org.chengshu.core.audit.internal.entries.AuditRows;
import org.jooq.BatchBindStep;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.exception.DataTypeException;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The links and the entries that wait for theirs. */
@Component
class ChainStore {
    // Whatever the number of nodes, one of them makes links at a time.
    private static final long LOCK = 0x6368_6175_6469L;
    private static final HexFormat HEX = HexFormat.of();
    private static final String LINK =
            "l.number, l.at as link_at, l.entry, l.sealed_at, l.algorithm, l.content, l.parts, l.hash";
    private static final String ENTRY =
            "a.id, a.at, a.account_id, a.who, a.event, a.outcome, a.code, a.details, a.address, a.things";

    private final DSLContext sql;
    private final JsonMapper json;

    ChainStore(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** In a transaction: whether this node may make links until its end. */
    boolean tryLock() {
        return sql.fetchSingle("select pg_try_advisory_xact_lock(?)", LOCK).get(0, Boolean.class);
    }

    /** An entry that waits; its row is absent when somebody took it away meanwhile. */
    record Waiting(UUID id, Instant at, Optional<AuditRow> row) {}

    /** Takes the oldest waiting entries out of the queue. */
    List<Waiting> take(int most) {
        return sql.fetch("""
                        with taken as (
                            delete from cs_core.audit_waiting
                            where id in (select id from cs_core.audit_waiting order by id limit ?)
                            returning id, at)
                        select w.id as waiting_id, w.at as waiting_at, %s
                        from taken w left join cs_core.audit a on a.at = w.at and a.id = w.id
                        order by w.id
                        """.formatted(ENTRY), most)
                .map(row -> new Waiting(row.get("waiting_id", UUID.class), instant(row, "waiting_at"), entry(row)));
    }

    void add(List<Link> links) {
        BatchBindStep batch = sql.batch(
                "insert into cs_core.audit_link (number, at, entry, sealed_at, algorithm, content, parts, hash)"
                        + " values (?, cast(? as timestamptz), cast(? as uuid), cast(? as timestamptz), ?, ?, ?, ?)");
        for (Link link : links) {
            batch = batch.bind(
                    link.number(),
                    AuditRows.utc(link.at()),
                    link.entry(),
                    AuditRows.utc(link.sealedAt()),
                    link.algorithm().name(),
                    HEX.parseHex(link.content()),
                    HEX.parseHex(link.parts()),
                    HEX.parseHex(link.hash()));
        }
        batch.execute();
    }

    Optional<Link> head() {
        return sql.fetchOptional("select %s from cs_core.audit_link l order by number desc limit 1".formatted(LINK))
                .map(ChainStore::link);
    }

    Optional<Link> find(long number) {
        return sql.fetchOptional("select %s from cs_core.audit_link l where number = ?".formatted(LINK), number)
                .map(ChainStore::link);
    }

    /** The numbers, first and last, of the links whose entries lie in the period; empty when there are none. */
    Optional<long[]> numbers(Period period) {
        Record row = sql.fetchSingle(
                "select min(number), max(number) from cs_core.audit_link where at >= cast(? as timestamptz) and at < cast(? as timestamptz)",
                AuditRows.utc(period.from()),
                AuditRows.utc(period.to()));
        return Optional.ofNullable(row.get(0, Long.class)).map(first -> new long[] {first, row.get(1, Long.class)});
    }

    /** Up to so many links after a number, in order, each with its entry. */
    List<Linked> after(long number, long last, int most) {
        return sql.fetch("""
                        select %s, %s from cs_core.audit_link l
                        left join cs_core.audit a on a.at = l.at and a.id = l.entry
                        where l.number > ? and l.number <= ? order by l.number limit ?
                        """.formatted(LINK, ENTRY), number, last, most)
                .map(row -> new Linked(link(row), entry(row), things(row)));
    }

    /** The first entry of the period that has no link and does not wait for one. */
    Optional<Waiting> findUnlinked(Period period) {
        return sql.fetchOptional("""
                        select %s from cs_core.audit a
                        where a.at >= cast(? as timestamptz) and a.at < cast(? as timestamptz)
                            and not exists (select from cs_core.audit_link l where l.entry = a.id and l.at = a.at)
                            and not exists (select from cs_core.audit_waiting w where w.id = a.id)
                        order by a.at limit 1
                        """.formatted(ENTRY), AuditRows.utc(period.from()), AuditRows.utc(period.to()))
                .map(row -> new Waiting(row.get("id", UUID.class), instant(row, "at"), entry(row)));
    }

    long waiting() {
        return sql.fetchSingle("select count(*) from cs_core.audit_waiting").get(0, Long.class);
    }

    /** The links of these entries, by entry. */
    Map<UUID, Link> linksOf(List<UUID> entries) {
        Map<UUID, Link> links = new HashMap<>();
        sql.fetch("select %s from cs_core.audit_link l where l.entry = any(cast(? as uuid[]))".formatted(LINK), (Object)
                        entries.stream().map(UUID::toString).toArray(String[]::new))
                .forEach(row -> links.put(row.get("entry", UUID.class), link(row)));
        return links;
    }

    private static Link link(Record row) {
        return new Link(
                row.get("number", Long.class),
                instant(row, "link_at"),
                row.get("entry", UUID.class),
                instant(row, "sealed_at"),
                AuditAlgorithm.valueOf(row.get("algorithm", String.class)),
                hex(row, "content"),
                hex(row, "parts"),
                hex(row, "hash"));
    }

    // What was tampered with may no longer be readable at all.
    private Optional<AuditRow> entry(Record row) {
        if (row.get("id") == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(AuditRows.of(row, json));
        } catch (JacksonException | IllegalArgumentException | NullPointerException | DataTypeException e) {
            return Optional.empty();
        }
    }

    private static Set<String> things(Record row) {
        String[] things = row.get("things", String[].class);
        return things == null ? Set.of() : new HashSet<>(Arrays.asList(things));
    }

    private static String hex(Record row, String column) {
        return HEX.formatHex(row.get(column, byte[].class));
    }

    private static Instant instant(Record row, String column) {
        return row.get(column, OffsetDateTime.class).toInstant();
    }
}
