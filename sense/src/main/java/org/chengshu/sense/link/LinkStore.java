package org.chengshu.sense.link;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.chengshu.core.http.Cursor;
import org.chengshu.core.http.CursorPage;
import org.chengshu.core.http.Keyset;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@Component
final class LinkStore {
    static final int KEPT_PER_DEVICE = 200;
    private static final int LONGEST_DETAIL = 300;
    private static final Field<OffsetDateTime> OPENED = field(name("opened_at"), OffsetDateTime.class);
    private static final Field<UUID> ID = field(name("id"), UUID.class);

    private final DSLContext db;
    private final JsonMapper json;

    LinkStore(DSLContext db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    void write(List<LinkEvent> events) {
        ArrayNode opened = json.createArrayNode();
        ArrayNode closed = json.createArrayNode();
        Set<Integer> devices = new LinkedHashSet<>();
        for (LinkEvent event : events) {
            devices.add(event.link().device().id());
            switch (event) {
                case LinkEvent.Opened(Link link) -> describe(link, opened.addObject());
                case LinkEvent.Closed(Link link, Instant at, Leaving why, Optional<String> detail) ->
                    closed.addObject()
                            .put("id", link.id().toString())
                            .put("closed_at", at.toString())
                            .put("reason", why.word())
                            .put("detail", detail.map(LinkStore::brief).orElse(null));
            }
        }
        open(opened);
        close(closed);
        forgetBeyondTheMost(devices.toArray(Integer[]::new));
    }

    private static void describe(Link link, ObjectNode row) {
        row.put("id", link.id().toString())
                .put("device", link.device().id())
                .put("door", link.caller().door().word())
                .put("address", link.caller().address())
                .put("client", link.caller().client())
                .put("protocol", link.caller().protocol())
                .put("opened_at", link.opened().toString());
    }

    private static String brief(String text) {
        String clean = text.replace('\u0000', ' ');
        return clean.length() > LONGEST_DETAIL ? clean.substring(0, LONGEST_DETAIL) : clean;
    }

    private void open(ArrayNode rows) {
        if (!rows.isEmpty()) {
            db.execute("""
                    insert into cs_sense.link (id, device, door, address, client, protocol, opened_at)
                    select id, device, door, address, client, protocol, opened_at
                    from jsonb_to_recordset(?::jsonb) as r (id uuid, device integer, door text, address text, client text,
                        protocol text, opened_at timestamptz)
                    on conflict (id) do nothing""", json.writeValueAsString(rows));
        }
    }

    private void close(ArrayNode rows) {
        if (!rows.isEmpty()) {
            db.execute("""
                    update cs_sense.link l set closed_at = r.closed_at, reason = r.reason, detail = r.detail
                    from jsonb_to_recordset(?::jsonb) as r (id uuid, closed_at timestamptz, reason text, detail text)
                    where l.id = r.id""", json.writeValueAsString(rows));
        }
    }

    private void forgetBeyondTheMost(Integer[] devices) {
        db.execute("""
                delete from cs_sense.link l
                using (
                    select d.device, (select x.opened_at from cs_sense.link x where x.device = d.device
                        order by x.opened_at desc offset ? limit 1) as last
                    from unnest(?::int[]) as d (device)
                ) cut
                where l.device = cut.device and l.opened_at <= cut.last and l.closed_at is not null""", KEPT_PER_DEVICE, devices);
    }

    void forgetBefore(Instant time) {
        db.execute(
                "delete from cs_sense.link where opened_at < ?::timestamptz and closed_at is not null",
                time.atOffset(ZoneOffset.UTC));
    }

    /** What a fall of the platform left open ended no later than now. */
    void closeLeftOpen(Instant now) {
        db.execute(
                "update cs_sense.link set closed_at = ?::timestamptz, reason = ? where closed_at is null",
                now.atOffset(ZoneOffset.UTC),
                Leaving.SERVER_STOP.word());
    }

    Set<Integer> flapping() {
        return new HashSet<>(db.fetch("select device from cs_sense.flapping").map(row -> row.get(0, Integer.class)));
    }

    void flaps(int device, Instant since) {
        db.execute(
                "insert into cs_sense.flapping (device, since) values (?, ?::timestamptz) on conflict do nothing",
                device,
                since.atOffset(ZoneOffset.UTC));
    }

    void isCalm(int device) {
        db.execute("delete from cs_sense.flapping where device = ?", device);
    }

    CursorPage<LinkItem> list(int device, Cursor cursor) {
        return Keyset.fetch(
                db.select()
                        .from(table(name("cs_sense", "link")))
                        .where(field(name("device"), Integer.class).eq(device)),
                cursor,
                OPENED,
                ID,
                LinkStore::item);
    }

    private static LinkItem item(Record row) {
        Optional<String> reason = Optional.ofNullable(row.get("reason", String.class));
        return new LinkItem(
                row.get(ID),
                row.get("door", String.class),
                row.get("address", String.class),
                row.get("client", String.class),
                row.get("protocol", String.class),
                row.get(OPENED).toInstant(),
                Optional.ofNullable(row.get("closed_at", OffsetDateTime.class)).map(OffsetDateTime::toInstant),
                reason,
                reason.map(word -> Leaving.ofWord(word).title()),
                Optional.ofNullable(row.get("detail", String.class)));
    }
}
