package org.chengshu.sense.groups;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.chengshu.kernel.Text;
import org.chengshu.sense.Group;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

@Component
final class GroupStore {
    private final DSLContext db;
    private final JsonMapper json;
    private final Clock clock;

    GroupStore(DSLContext db, JsonMapper json, Clock clock) {
        this.db = db;
        this.json = json;
        this.clock = clock;
    }

    List<Group> all() {
        return db.fetch("select * from cs_sense.device_group where not retired order by id")
                .map(this::group);
    }

    /** Locked until the end of the transaction. */
    Optional<Group> lock(String id) {
        return db.fetchOptional("select * from cs_sense.device_group where id = ? and not retired for update", id)
                .map(this::group);
    }

    void put(Group group) {
        db.execute(
                """
                insert into cs_sense.device_group (id, pack, title_zh, title_en, devices, query, changed_at)
                values (?, ?, ?, ?, ?, ?::jsonb, ?::timestamptz)
                on conflict (id) do update set pack = excluded.pack, title_zh = excluded.title_zh,
                    title_en = excluded.title_en, devices = excluded.devices, query = excluded.query, retired = false,
                    version = cs_sense.device_group.version + 1, changed_at = excluded.changed_at""",
                group.id(),
                group.pack().orElse(null),
                group.title().zh(),
                group.title().en(),
                group.devices().toArray(String[]::new),
                group.query()
                        .map(query -> json.writeValueAsString(GroupJson.write(query)))
                        .orElse(null),
                clock.instant().atOffset(ZoneOffset.UTC));
    }

    void retire(String id) {
        db.execute("update cs_sense.device_group set retired = true, version = version + 1 where id = ?", id);
    }

    void retireOthers(String pack, List<String> ids) {
        db.execute(
                "update cs_sense.device_group set retired = true, version = version + 1"
                        + " where pack = ? and not retired and not id = any(?)",
                pack,
                ids.toArray(String[]::new));
    }

    private Group group(Record row) {
        return new Group(
                row.get("id", String.class),
                Text.of(row.get("title_zh", String.class), row.get("title_en", String.class)),
                Arrays.asList(row.get("devices", String[].class)),
                Optional.ofNullable(row.get("query", String.class)).map(query -> GroupJson.query(json.readTree(query))),
                Optional.ofNullable(row.get("pack", String.class)),
                row.get("version", Integer.class));
    }
}
