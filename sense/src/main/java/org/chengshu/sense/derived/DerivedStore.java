package org.chengshu.sense.derived;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Component
final class DerivedStore {
    private final DSLContext db;
    private final JsonMapper json;
    private final Clock clock;

    DerivedStore(DSLContext db, JsonMapper json, Clock clock) {
        this.db = db;
        this.json = json;
        this.clock = clock;
    }

    List<JsonNode> all() {
        return db.fetch("select body from cs_sense.derived where not retired order by id")
                .map(row -> json.readTree(row.get(0, String.class)));
    }

    /** As it stands, unless it is retired. */
    Optional<JsonNode> find(String id) {
        return db.fetchOptional("select body from cs_sense.derived where id = ? and not retired", id)
                .map(row -> json.readTree(row.get(0, String.class)));
    }

    /** Puts it in its place; worded anew it has the next version. */
    void put(String pack, JsonNode body, boolean anew) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        String id = body.get("id").stringValue();
        db.execute("""
                insert into cs_sense.derived as d (id, pack, product, body, changed_at)
                values (?, ?, ?, ?::json, ?::timestamptz)
                on conflict (id) do update set pack = excluded.pack, product = excluded.product,
                    body = excluded.body, retired = false, changed_at = excluded.changed_at,
                    version = d.version + case when ? then 1 else 0 end""", id, pack, body.get("product").stringValue(), json.writeValueAsString(body), now, anew);
        if (anew) {
            db.execute("""
                    insert into cs_sense.derived_version (derived, version, body, made_at)
                    select id, version, body, changed_at from cs_sense.derived where id = ?
                    on conflict (derived, version) do nothing""", id);
        }
    }

    /** How often it was worded; 1 at first. */
    int version(String id) {
        return db.fetchOptional("select version from cs_sense.derived where id = ?", id)
                .map(row -> row.get(0, Integer.class))
                .orElse(0);
    }

    /** Its whole history follows this version. */
    void complete(String id, int version) {
        db.execute(
                "update cs_sense.derived_version set complete_at = ?::timestamptz where derived = ? and version = ?",
                clock.instant().atOffset(ZoneOffset.UTC),
                id,
                version);
    }

    /** Newest first. */
    List<DerivedVersion> versions(String id, int most) {
        return db.fetch("""
                        select version, body, made_at, complete_at from cs_sense.derived_version
                        where derived = ? order by version desc limit ?""", id, most)
                .map(row -> new DerivedVersion(
                        row.get("version", Integer.class),
                        DerivedView.of(json.readTree(row.get("body", String.class))),
                        row.get("made_at", OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(row.get("complete_at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)));
    }

    void retireOthers(String pack, List<String> ids) {
        db.execute(
                "update cs_sense.derived set retired = true where pack = ? and not id = any(?)",
                pack,
                ids.toArray(String[]::new));
    }
}
