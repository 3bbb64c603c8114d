package org.chengshu.core.events.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.chengshu.core.tracing.Tracing;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

@Component
final class DeliveryStore {
    private static final String FIELDS = """
            select d.seq, d.key, d.event_id, e.type, e.payload::text as payload, d.attempts, e.trace
            from cs_core.delivery d join cs_core.event e on e.id = d.event_id
            """;
    /** As a scalar, so that the index on lanes answers it whatever the planner believes of the table's size. */
    private static final String HEAD_ONLY = """
            and d.seq = (
                select min(p.seq) from cs_core.delivery p
                where p.listener = d.listener and p.key = d.key and p.done_at is null)
            """;

    private final DSLContext sql;

    DeliveryStore(DSLContext sql) {
        this.sql = sql;
    }

    void add(List<NewEvent> events, Instant now) {
        List<NewDelivery> deliveries = events.stream()
                .flatMap(event -> event.listeners().stream().map(name -> new NewDelivery(name, event)))
                .toList();
        sql.execute(
                """
                with fresh as (
                    insert into cs_core.event (id, type, key, payload, emitted_at, trace)
                    select id, type, key, payload::jsonb, ?::timestamptz, ?::text
                    from unnest(?, ?, ?, ?) as e (id, type, key, payload)
                )
                insert into cs_core.delivery (listener, key, event_id, next_at)
                select listener, key, event_id, ?::timestamptz
                from unnest(?, ?, ?) with ordinality as d (listener, key, event_id, n)
                order by n
                """,
                now,
                Tracing.current().orElse(null),
                events.stream().map(NewEvent::id).toArray(UUID[]::new),
                events.stream().map(NewEvent::type).toArray(String[]::new),
                events.stream().map(NewEvent::key).toArray(String[]::new),
                events.stream().map(NewEvent::payload).toArray(String[]::new),
                now,
                deliveries.stream().map(NewDelivery::listener).toArray(String[]::new),
                deliveries.stream().map(delivery -> delivery.event().key()).toArray(String[]::new),
                deliveries.stream().map(delivery -> delivery.event().id()).toArray(UUID[]::new));
    }

    List<Delivery> claimHeads(String listener, int most, Instant now) {
        return sql.fetch(
                        FIELDS + "where d.listener = ? and d.done_at is null and d.next_at <= ?::timestamptz\n"
                                + HEAD_ONLY + "order by d.seq limit ? for update of d skip locked",
                        listener,
                        now,
                        most)
                .map(DeliveryStore::delivery);
    }

    /** The next of lanes whose heads have just been done; finds them by index however long the lanes are. */
    List<Delivery> claimNext(String listener, Set<String> keys, Instant now) {
        return sql.fetch(FIELDS + """
                where d.done_at is null and d.next_at <= ?::timestamptz and d.seq in (
                    select (select min(p.seq) from cs_core.delivery p
                            where p.listener = ? and p.key = k.key and p.done_at is null)
                    from unnest(?) as k (key))
                order by d.seq for update of d skip locked
                """, now, listener, keys.toArray(String[]::new))
                .map(DeliveryStore::delivery);
    }

    /**
     * What follows the claimed heads in their lanes. It needs no lock of its own: whoever wants it has to pass the head.
     */
    List<Delivery> followers(String listener, List<Delivery> heads, int mostOfEach) {
        return sql.fetch(
                        """
                        select d.seq, d.key, d.event_id, e.type, e.payload::text as payload, d.attempts, e.trace
                        from unnest(?, ?) as h (key, seq)
                        cross join lateral (
                            select * from cs_core.delivery n
                            where n.listener = ? and n.key = h.key and n.done_at is null and n.seq > h.seq
                            order by n.seq limit ?) d
                        join cs_core.event e on e.id = d.event_id
                        order by d.seq
                        """,
                        heads.stream().map(Delivery::key).toArray(String[]::new),
                        heads.stream().map(Delivery::seq).toArray(Long[]::new),
                        listener,
                        mostOfEach)
                .map(DeliveryStore::delivery);
    }

    Optional<Delivery> claim(long seq) {
        return sql.fetchOptional(
                        FIELDS + "where d.seq = ? and d.done_at is null\n" + HEAD_ONLY + "for update of d skip locked",
                        seq)
                .map(DeliveryStore::delivery);
    }

    void markDone(List<Delivery> deliveries, Instant now) {
        sql.execute(
                "update cs_core.delivery set done_at = ?::timestamptz, attempts = attempts + 1 where seq = any (?)",
                now,
                deliveries.stream().map(Delivery::seq).toArray(Long[]::new));
    }

    void markFailed(long seq, Instant nextAt, String error) {
        sql.execute("""
                update cs_core.delivery set attempts = attempts + 1, next_at = ?::timestamptz, last_error = ?
                where seq = ? and done_at is null
                """, nextAt, error, seq);
    }

    List<String> listenersWithWork(Instant now) {
        return sql.fetch(
                        "select distinct listener from cs_core.delivery where done_at is null and next_at <= ?::timestamptz",
                        now)
                .map(row -> row.get(0, String.class));
    }

    long pending(String listener) {
        return count("select count(*) from cs_core.delivery where done_at is null and listener = ?", listener);
    }

    long stuck(String listener, int attempts) {
        return count(
                "select count(*) from cs_core.delivery where done_at is null and listener = ? and attempts >= ?",
                listener,
                attempts);
    }

    /** Deletes in one go what is done since long; the index on done_at keeps it proportional to what is deleted. */
    int purge(Instant doneBefore) {
        return sql.execute("""
                with gone as (delete from cs_core.delivery where done_at < ?::timestamptz returning event_id)
                delete from cs_core.event e
                where e.id in (select event_id from gone)
                  and not exists (
                      select 1 from cs_core.delivery d
                      where d.event_id = e.id and (d.done_at is null or d.done_at >= ?::timestamptz))
                """, doneBefore, doneBefore);
    }

    private long count(String query, Object... values) {
        return sql.fetchSingle(query, values).get(0, Long.class);
    }

    private static Delivery delivery(Record row) {
        return new Delivery(
                row.get("seq", Long.class),
                row.get("key", String.class),
                row.get("event_id", UUID.class),
                row.get("type", String.class),
                row.get("payload", String.class),
                row.get("attempts", Integer.class),
                Optional.ofNullable(row.get("trace", String.class)));
    }

    record NewEvent(UUID id, String type, String key, String payload, Set<String> listeners) {}

    private record NewDelivery(String listener, NewEvent event) {}
}
