package org.chengshu.core.jobs.internal.run;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.core.db.Transactions;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/**
 * Who holds which job. Whether a node lives is judged by the database's clock alone, so that nodes whose clocks differ
 * cannot take each other for dead.
 */
@Component
final class ClaimStore {
    private final DSLContext sql;
    private final Transactions transactions;
    private final Clock clock;

    ClaimStore(DSLContext sql, Transactions transactions, Clock clock) {
        this.sql = sql;
        this.transactions = transactions;
        this.clock = clock;
    }

    void beat(String node) {
        sql.execute("""
                insert into cs_core.node_beat (node, at) values (?, clock_timestamp())
                on conflict (node) do update set at = excluded.at
                """, node);
    }

    void leave(String node) {
        sql.execute("delete from cs_core.node_beat where node = ?", node);
    }

    List<UUID> cancelRequested(Collection<UUID> running) {
        return sql.fetch("select id from cs_core.job where id = any (?) and cancel_requested", (Object)
                        running.toArray(UUID[]::new))
                .getValues(0, UUID.class);
    }

    /** Those of the claims that another attempt has taken over, or that have been ended from outside. */
    List<UUID> lost(Collection<Claim> held) {
        return sql.fetch(
                        """
                        select h.id from unnest(?, ?) as h (id, attempt)
                        where not exists (select 1 from cs_core.job j
                                          where j.id = h.id and j.attempt = h.attempt and j.state = 'running')
                        """,
                        held.stream().map(Claim::id).toArray(UUID[]::new),
                        held.stream().map(Claim::attempt).toArray(Integer[]::new))
                .getValues(0, UUID.class);
    }

    List<String> kindsWithWork(Collection<String> known, String node) {
        return sql.fetch("""
                        select distinct kind from cs_core.job
                        where state = 'queued' and kind = any (?) and next_at <= ?::timestamptz
                          and (only_node is null or only_node = ?)
                        """, known.toArray(String[]::new), clock.instant(), node)
                .getValues(0, String.class);
    }

    /** Claims as many as the kind's limit over all nodes leaves; one node decides for a kind at a time. */
    List<Claim> claim(String kind, int atOnce, int most, String node) {
        return transactions.call(() -> {
            sql.fetch("select pg_advisory_xact_lock(hashtextextended('cs_core.job:' || ?, 0))", kind);
            int running = sql.fetchSingle(
                            "select count(*) from cs_core.job where kind = ? and state = 'running' and attempts is not null",
                            kind)
                    .get(0, Integer.class);
            int room = Math.min(most, atOnce - running);
            return room <= 0 ? List.of() : take(kind, room, node);
        });
    }

    private List<Claim> take(String kind, int room, String node) {
        return sql.fetch("""
                        with due as (
                            select id from cs_core.job
                            where kind = ? and state = 'queued' and next_at <= ?::timestamptz
                              and (only_node is null or only_node = ?)
                            order by next_at, id limit ? for update skip locked),
                        taken as (
                            update cs_core.job j set state = 'running', node = ?, attempt = attempt + 1, ended_at = null
                            from due where j.id = due.id returning j.*),
                        noted as (
                            insert into cs_core.job_attempt (job_id, attempt, node, started_at)
                            select id, attempt, node, ?::timestamptz from taken)
                        select id, kind, attempt, attempts, started_by, input::text as input,
                               checkpoint::text as checkpoint, trace
                        from taken
                        """, kind, clock.instant(), node, room, node, clock.instant())
                .map(ClaimStore::claim);
    }

    /** Takes what a node left when it went away: from every silent one, or from one that starts anew. */
    int takeFromSilent(Duration silence) {
        return release("""
                not exists (select 1 from cs_core.node_beat b
                            where b.node = j.node and b.at > clock_timestamp() - make_interval(secs => ?))
                """, silence.toMillis() / 1000.0);
    }

    int takeFrom(String node) {
        return release("j.node = ?", node);
    }

    private int release(String whose, Object binding) {
        return sql.fetchSingle("""
                        with gone as (
                            select j.id from cs_core.job j where j.state = 'running' and %s for update skip locked),
                        released as (
                            update cs_core.job j
                            set state = case when cancel_requested then 'cancelled'
                                             when attempts is null then 'interrupted'
                                             when attempt >= attempts then 'failed'
                                             else 'queued' end,
                                ended_at = case when cancel_requested or attempts is null or attempt >= attempts
                                                then ?::timestamptz end,
                                next_at = ?::timestamptz,
                                error_zh = '运行它的节点停止了', error_en = 'the node that ran it went away'
                            from gone where j.id = gone.id returning j.id, j.attempt),
                        noted as (
                            update cs_core.job_attempt a set outcome = 'lost', ended_at = ?::timestamptz
                            from released r where a.job_id = r.id and a.attempt = r.attempt)
                        select count(*) from released
                        """.formatted(whose), binding, clock.instant(), clock.instant(), clock.instant())
                .get(0, Integer.class);
    }

    private static Claim claim(Record row) {
        return new Claim(
                row.get("id", UUID.class),
                row.get("kind", String.class),
                row.get("attempt", Integer.class),
                row.get("attempts", Integer.class),
                row.get("started_by", UUID.class),
                Optional.ofNullable(row.get("input", String.class)),
                Optional.ofNullable(row.get("checkpoint", String.class)),
                Optional.ofNullable(row.get("trace", String.class)));
    }
}
