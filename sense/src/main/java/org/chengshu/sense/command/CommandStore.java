package org.chengshu.sense.command;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.table;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.chengshu.core.http.Cursor;
import org.chengshu.core.http.CursorPage;
import org.chengshu.core.http.Keyset;
import org.chengshu.sense.Door;
import org.chengshu.sense.command.Commands.Published;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Component
final class CommandStore {
    private static final Field<OffsetDateTime> CREATED = field(name("created_at"), OffsetDateTime.class);
    private static final Field<Integer> ID = field(name("id"), Integer.class);
    private static final Field<String> STATE = field(name("state"), String.class);
    private static final Field<Integer> DEVICE = field(name("device"), Integer.class);

    private final DSLContext db;
    private final JsonMapper json;

    CommandStore(DSLContext db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    int open(int device) {
        return db.fetchSingle(
                        "select count(*)::int from cs_sense.command where device = ? and state in ('queued', 'sent')",
                        device)
                .get(0, Integer.class);
    }

    int add(int device, CommandOrder order, Instant now, String by) {
        return db.fetchSingle(
                        """
                        insert into cs_sense.command (device, name, arguments, state, timeout_ms, retries, created_at,
                            created_by, expires_at)
                        values (?, ?, ?::jsonb, 'queued', ?, ?, ?::timestamptz, ?, ?::timestamptz) returning id""",
                        device,
                        order.name(),
                        json.writeValueAsString(order.arguments()),
                        order.timeout().toMillis(),
                        order.retries(),
                        utc(now),
                        by,
                        utc(now.plus(order.validFor())))
                .get(0, Integer.class);
    }

    List<Taken> take(int device, Door door, int most, Instant now) {
        return db
                .fetch("""
                        with next as (
                            select id from cs_sense.command
                            where device = ? and state = 'queued' and expires_at > ?::timestamptz
                            order by id limit ? for update skip locked
                        )
                        update cs_sense.command c set state = 'sent', attempts = attempts + 1, sent_at = ?::timestamptz,
                            deadline = ?::timestamptz + timeout_ms * interval '1 millisecond', door = ?,
                            session = null, packet = null
                        from next where c.id = next.id
                        returning c.id, c.name, c.arguments""", device, utc(now), most, utc(now), utc(now), door.word())
                .map(row -> new Taken(row.get("id", Integer.class), command(row)))
                .stream()
                .sorted((one, other) -> Integer.compare(one.id(), other.id()))
                .toList();
    }

    record Taken(int id, Command command) {}

    void publishedAs(long session, List<Published> published) {
        Integer[] ids = published.stream().map(one -> one.command().id()).toArray(Integer[]::new);
        Integer[] packets = published.stream().map(Published::packet).toArray(Integer[]::new);
        db.execute("""
                update cs_sense.command c set session = ?, packet = p.packet
                from unnest(?::int[], ?::int[]) as p (id, packet) where c.id = p.id""", session, ids, packets);
    }

    List<Published> unconfirmed(long session, Instant now) {
        return db.fetch("""
                        select id, name, arguments, packet from cs_sense.command
                        where session = ? and packet is not null and state = 'sent' and deadline > ?::timestamptz
                        order by sent_at, id""", session, utc(now))
                .map(row -> new Published(command(row), row.get("packet", Integer.class)));
    }

    void confirmed(long session, int packet) {
        db.execute("update cs_sense.command set packet = null where session = ? and packet = ?", session, packet);
    }

    boolean end(
            int device,
            int command,
            CommandState state,
            Optional<JsonNode> reply,
            Optional<String> error,
            Instant now) {
        return db.execute(
                        """
                        update cs_sense.command set state = ?, answered_at = ?::timestamptz, reply = ?::jsonb, error = ?,
                            packet = null
                        where id = ? and device = ? and state = 'sent'""",
                        state.word(),
                        utc(now),
                        reply.map(json::writeValueAsString).orElse(null),
                        error.orElse(null),
                        command,
                        device)
                > 0;
    }

    /** What is out for too long is queued again while it has retries, else it is over; so is what waited for too long. */
    List<Changed> passTime(Instant now) {
        return db.fetch("""
                        with late as (
                            select id from cs_sense.command
                            where (state = 'sent' and deadline <= ?::timestamptz)
                               or (state = 'queued' and expires_at <= ?::timestamptz)
                            order by id limit 1000 for update skip locked
                        )
                        update cs_sense.command c set
                            state = case when c.state = 'sent' and attempts <= retries and expires_at > ?::timestamptz
                                then 'queued' else 'timed-out' end,
                            error = case when c.state = 'queued' then 'the device did not come in time'
                                when attempts <= retries and expires_at > ?::timestamptz then null
                                else 'no answer in time' end,
                            packet = null
                        from late where c.id = late.id
                        returning c.device, c.id, c.state""", utc(now), utc(now), utc(now), utc(now))
                .map(row -> new Changed(
                        row.get("device", Integer.class),
                        row.get("id", Integer.class),
                        CommandState.ofWord(row.get("state", String.class))));
    }

    record Changed(int device, int id, CommandState state) {}

    List<Integer> awaited() {
        return db.fetch("select distinct device from cs_sense.command where state = 'queued' limit 10000")
                .map(row -> row.get(0, Integer.class));
    }

    void forgetBefore(Instant time) {
        db.execute(
                "delete from cs_sense.command where created_at < ?::timestamptz and state not in ('queued', 'sent')",
                utc(time));
    }

    CursorPage<CommandView> list(int device, String code, Optional<CommandState> state, Cursor cursor) {
        Condition narrowed = state.map(one -> STATE.eq(one.word())).orElse(noCondition());
        return Keyset.fetch(
                db.select()
                        .from(table(name("cs_sense", "command")))
                        .where(DEVICE.eq(device))
                        .and(narrowed),
                cursor,
                CREATED,
                ID,
                row -> view(row, code));
    }

    Optional<CommandView> find(int device, String code, int id) {
        return db.fetchOptional("select * from cs_sense.command where device = ? and id = ?", device, id)
                .map(row -> view(row, code));
    }

    private Command command(Record row) {
        return new Command(
                row.get("id", Integer.class),
                row.get("name", String.class),
                json.readTree(row.get("arguments", String.class)));
    }

    private CommandView view(Record row, String code) {
        return new CommandView(
                row.get(ID),
                code,
                row.get("name", String.class),
                json.readTree(row.get("arguments", String.class)),
                CommandState.ofWord(row.get(STATE)),
                Optional.ofNullable(row.get("door", String.class)),
                row.get("attempts", Integer.class),
                row.get("retries", Integer.class),
                Duration.ofMillis(row.get("timeout_ms", Long.class)),
                row.get(CREATED).toInstant(),
                row.get("created_by", String.class),
                row.get("expires_at", OffsetDateTime.class).toInstant(),
                time(row, "sent_at"),
                time(row, "answered_at"),
                Optional.ofNullable(row.get("reply", String.class)).map(json::readTree),
                Optional.ofNullable(row.get("error", String.class)));
    }

    private static Optional<Instant> time(Record row, String column) {
        return Optional.ofNullable(row.get(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
