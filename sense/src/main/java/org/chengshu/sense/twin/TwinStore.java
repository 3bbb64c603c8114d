package org.chengshu.sense.twin;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Component
final class TwinStore {
    private final DSLContext db;
    private final JsonMapper json;

    TwinStore(DSLContext db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    List<TwinView.Attribute> attributes(int device) {
        return db.fetch("""
                        select *, desired is null or (reported is not null and desired = reported) as same
                        from cs_sense.twin where device = ? order by name""", device).map(this::attribute);
    }

    private TwinView.Attribute attribute(Record row) {
        return new TwinView.Attribute(
                row.get("name", String.class),
                value(row, "desired"),
                time(row, "desired_at"),
                Optional.ofNullable(row.get("desired_by", String.class)),
                time(row, "sent_at"),
                value(row, "reported"),
                time(row, "reported_at"),
                row.get("same", Boolean.class));
    }

    long version(int device) {
        return db.fetchOptional("select version from cs_sense.twin_version where device = ?", device)
                .map(row -> row.get(0, Long.class))
                .orElse(0L);
    }

    /** The version, held until the end of the transaction. */
    long lock(int device) {
        db.execute("insert into cs_sense.twin_version (device, version) values (?, 0) on conflict do nothing", device);
        return db.fetchSingle("select version from cs_sense.twin_version where device = ? for update", device)
                .get(0, Long.class);
    }

    void nextVersion(int device) {
        db.execute("update cs_sense.twin_version set version = version + 1 where device = ?", device);
    }

    int names(int device) {
        return db.fetchSingle("select count(*)::int from cs_sense.twin where device = ?", device)
                .get(0, Integer.class);
    }

    void desire(int device, JsonNode state, Instant now, String by) {
        db.execute("""
                insert into cs_sense.twin (device, name, desired, desired_at, desired_by)
                select ?, e.key, e.value, ?::timestamptz, ? from jsonb_each(?::jsonb) e where e.value <> 'null'::jsonb
                on conflict (device, name) do update set desired = excluded.desired, desired_at = excluded.desired_at,
                    desired_by = excluded.desired_by, sent_at = null""", device, utc(now), by, json.writeValueAsString(state));
        db.execute("""
                update cs_sense.twin t set desired = null, desired_at = null, desired_by = null, sent_at = null
                from jsonb_each(?::jsonb) e where t.device = ? and t.name = e.key and e.value = 'null'::jsonb""", json.writeValueAsString(state), device);
        db.execute("delete from cs_sense.twin where device = ? and desired is null and reported is null", device);
    }

    void report(int device, JsonNode state, Instant now) {
        db.execute("""
                insert into cs_sense.twin (device, name, reported, reported_at)
                select ?, e.key, e.value, ?::timestamptz from jsonb_each(?::jsonb) e order by e.key
                on conflict (device, name) do update set reported = excluded.reported,
                    reported_at = excluded.reported_at""", device, utc(now), json.writeValueAsString(state));
    }

    /** What is wanted and not so, noted as sent now. */
    List<Wish> send(int device, boolean again, Instant now) {
        return db.fetch("""
                        update cs_sense.twin set sent_at = ?::timestamptz
                        where device = ? and desired is not null and desired is distinct from reported
                          and (? or sent_at is null)
                        returning name, desired""", utc(now), device, again)
                .map(row -> new Wish(row.get("name", String.class), json.readTree(row.get("desired", String.class))));
    }

    record Wish(String name, JsonNode value) {}

    private Optional<JsonNode> value(Record row, String column) {
        return Optional.ofNullable(row.get(column, String.class)).map(json::readTree);
    }

    private static Optional<Instant> time(Record row, String column) {
        return Optional.ofNullable(row.get(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
