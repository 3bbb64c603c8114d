package org.chengshu.sense.derived;

import java.time.Clock;
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

    void put(String pack, JsonNode body) {
        db.execute(
                """
                insert into cs_sense.derived (id, pack, product, body, changed_at)
                values (?, ?, ?, ?::json, ?::timestamptz)
                on conflict (id) do update set pack = excluded.pack, product = excluded.product,
                    body = excluded.body, retired = false, changed_at = excluded.changed_at""",
                body.get("id").stringValue(),
                pack,
                body.get("product").stringValue(),
                json.writeValueAsString(body),
                clock.instant().atOffset(ZoneOffset.UTC));
    }

    void retireOthers(String pack, List<String> ids) {
        db.execute(
                "update cs_sense.derived set retired = true where pack = ? and not id = any(?)",
                pack,
                ids.toArray(String[]::new));
    }
}
