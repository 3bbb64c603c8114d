package org.chengshu.sense.mapping;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The mappings of the installed packs; asked once an import, so straight from the database. */
@Component
public final class Mappings {
    private final DSLContext db;
    private final JsonMapper json;
    private final Clock clock;

    Mappings(DSLContext db, JsonMapper json, Clock clock) {
        this.db = db;
        this.json = json;
        this.clock = clock;
    }

    public Optional<Mapping> find(String id) {
        return db.fetchOptional("select body from cs_sense.mapping where id = ? and not retired", id)
                .map(row -> MappingJson.read(json.readTree(row.get(0, String.class))));
    }

    List<JsonNode> all() {
        return db.fetch("select body from cs_sense.mapping where not retired order by id")
                .map(row -> json.readTree(row.get(0, String.class)));
    }

    void put(String pack, JsonNode body) {
        db.execute(
                """
                insert into cs_sense.mapping (id, pack, body, changed_at) values (?, ?, ?::json, ?::timestamptz)
                on conflict (id) do update set pack = excluded.pack, body = excluded.body, retired = false,
                    changed_at = excluded.changed_at""",
                body.get("id").stringValue(),
                pack,
                json.writeValueAsString(body),
                clock.instant().atOffset(ZoneOffset.UTC));
    }

    void retireOthers(String pack, List<String> ids) {
        db.execute(
                "update cs_sense.mapping set retired = true where pack = ? and not id = any(?)",
                pack,
                ids.toArray(String[]::new));
    }
}
