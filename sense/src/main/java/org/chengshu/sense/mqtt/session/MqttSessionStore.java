package org.chengshu.sense.mqtt.session;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chengshu.core.db.Transactions;
import org.chengshu.sense.Delivery.Mark;
import org.chengshu.sense.intake.Marks;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What is kept of sessions while nobody is connected, and over a restart. */
@Component
final class MqttSessionStore implements Marks {
    private static final TypeReference<Map<String, Integer>> SUBSCRIPTIONS = new TypeReference<>() {};

    private static final int MOST_OF_AN_OWNER = 10;

    private final DSLContext db;
    private final Transactions transactions;
    private final JsonMapper json;
    private final Clock clock;

    MqttSessionStore(DSLContext db, Transactions transactions, JsonMapper json, Clock clock) {
        this.db = db;
        this.transactions = transactions;
        this.json = json;
        this.clock = clock;
    }

    /** A session as it was left. */
    public record Stored(long id, boolean present, Map<String, Integer> subscriptions, Set<Integer> taken) {
        public Stored {
            subscriptions = Map.copyOf(subscriptions);
            taken = Set.copyOf(taken);
        }
    }

    /** Goes on with the session of before unless that is over, and notes that somebody is connected. */
    public Stored resume(String owner, String client, long expiry_s) {
        return transactions.call(() -> {
            OffsetDateTime now = now();
            Optional<Record> before = db.fetchOptional("""
                    select id, subscriptions from cs_sense.mqtt_session
                    where owner = ? and client = ?
                      and (left_at is null or left_at + least(expiry_s, 3153600000) * interval '1 second' > ?::timestamptz)
                    for update""", owner, client, now);
            if (before.isEmpty()) {
                end(owner, client);
                return new Stored(make(owner, client, expiry_s), false, Map.of(), Set.of());
            }
            long id = before.get().get("id", Long.class);
            db.execute("update cs_sense.mqtt_session set left_at = null, expiry_s = ? where id = ?", expiry_s, id);
            return new Stored(
                    id,
                    true,
                    json.readValue(before.get().get("subscriptions", String.class), SUBSCRIPTIONS),
                    new HashSet<>(db.fetch("select packet from cs_sense.mqtt_taken where session = ?", id)
                            .map(row -> row.get(0, Integer.class))));
        });
    }

    /** Begins anew, whatever was before. */
    public Stored begin(String owner, String client, long expiry_s) {
        return transactions.call(() -> {
            end(owner, client);
            return new Stored(make(owner, client, expiry_s), false, Map.of(), Set.of());
        });
    }

    /** A sender that names itself anew each time leaves no more than a few behind. */
    private long make(String owner, String client, long expiry_s) {
        db.execute("""
                delete from cs_sense.mqtt_session where id in (
                    select id from cs_sense.mqtt_session where owner = ? and left_at is not null
                    order by left_at desc offset ?)""", owner, MOST_OF_AN_OWNER - 1);
        return db.fetchSingle(
                        "insert into cs_sense.mqtt_session (owner, client, expiry_s) values (?, ?, ?) returning id",
                        owner,
                        client,
                        expiry_s)
                .get(0, Long.class);
    }

    public void end(String owner, String client) {
        db.execute("delete from cs_sense.mqtt_session where owner = ? and client = ?", owner, client);
    }

    public void subscribed(long session, Map<String, Integer> subscriptions) {
        db.execute(
                "update cs_sense.mqtt_session set subscriptions = ?::jsonb where id = ?",
                json.writeValueAsString(subscriptions),
                session);
    }

    public void left(long session, long expiry_s) {
        db.execute(
                "update cs_sense.mqtt_session set left_at = ?::timestamptz, expiry_s = ? where id = ?",
                now(),
                expiry_s,
                session);
    }

    /** After a fall of this node nobody is connected any more; their time runs from now on. */
    public void leftByAll() {
        db.execute("update cs_sense.mqtt_session set left_at = ?::timestamptz where left_at is null", now());
    }

    public int forgetOver(Duration longest) {
        return db.execute("""
                delete from cs_sense.mqtt_session
                where left_at + least(expiry_s, ?) * interval '1 second' < ?::timestamptz""", longest.toSeconds(), now());
    }

    @Override
    public void keep(List<Mark> marks) {
        Long[] sessions = marks.stream().map(Mark::session).toArray(Long[]::new);
        Integer[] packets = marks.stream().map(Mark::packet).toArray(Integer[]::new);
        db.execute("""
                insert into cs_sense.mqtt_taken (session, packet)
                select m.session, m.packet from unnest(?::bigint[], ?::int[]) as m (session, packet)
                where exists (select 1 from cs_sense.mqtt_session s where s.id = m.session)
                order by 1, 2
                on conflict do nothing""", sessions, packets);
    }

    public void release(List<Mark> marks) {
        Long[] sessions = marks.stream().map(Mark::session).toArray(Long[]::new);
        Integer[] packets = marks.stream().map(Mark::packet).toArray(Integer[]::new);
        db.execute("""
                delete from cs_sense.mqtt_taken t
                using unnest(?::bigint[], ?::int[]) as m (session, packet)
                where t.session = m.session and t.packet = m.packet""", sessions, packets);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
