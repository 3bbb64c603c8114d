package org.chengshu.data.standard.keep;

import java.time.Clock;
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

/** Keeps items and every version of them. */
@Component
public class StandardItemStore {
    private final DSLContext db;
    private final JsonMapper json;
    private final Clock clock;

    StandardItemStore(DSLContext db, JsonMapper json, Clock clock) {
        this.db = db;
        this.json = json;
        this.clock = clock;
    }

    List<StandardItem> list(String kind) {
        return db.fetch("select * from cs_data.standard_item where kind = ? and not retired order by id", kind)
                .map(this::item);
    }

    /** Another value when anything of the kind has changed. */
    String stamp(String kind) {
        return db.fetchSingle(
                        "select count(*) || '/' || coalesce(sum(version), 0) from cs_data.standard_item where kind = ?",
                        kind)
                .get(0, String.class);
    }

    /** Locked until the end of the transaction. */
    public Optional<StandardItem> lock(String kind, String id) {
        return db.fetchOptional(
                        "select * from cs_data.standard_item where kind = ? and id = ? and not retired for update",
                        kind,
                        id)
                .map(this::item);
    }

    /** Writes nothing when it is the same already. */
    public void put(String kind, String id, JsonNode content, Optional<String> pack, String who) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        String text = json.writeValueAsString(content);
        int changed = db.execute("""
                insert into cs_data.standard_item as kept (kind, id, content, pack, changed_at, changed_by)
                values (?, ?, ?::jsonb, ?, ?::timestamptz, ?)
                on conflict (kind, id) do update set content = excluded.content, pack = excluded.pack, retired = false,
                    version = kept.version + 1, changed_at = excluded.changed_at, changed_by = excluded.changed_by
                where kept.retired or kept.content <> excluded.content or kept.pack is distinct from excluded.pack""", kind, id, text, pack.orElse(null), now, who);
        if (changed > 0) {
            remember(kind, id);
        }
    }

    public void retire(String kind, String id, String who) {
        db.execute("""
                update cs_data.standard_item set retired = true, version = version + 1, changed_at = ?::timestamptz,
                    changed_by = ? where kind = ? and id = ? and not retired""", clock.instant().atOffset(ZoneOffset.UTC), who, kind, id);
        remember(kind, id);
    }

    public void retireOthers(String kind, String pack, List<String> ids, String who) {
        db.fetch(
                        "select id from cs_data.standard_item where kind = ? and pack = ? and not retired and not id = any(?)",
                        kind,
                        pack,
                        ids.toArray(String[]::new))
                .forEach(row -> retire(kind, row.get(0, String.class), who));
    }

    /** Newest first. */
    public List<StandardVersion> versions(String kind, String id) {
        return db.fetch(
                        "select * from cs_data.standard_version where kind = ? and id = ? order by version desc",
                        kind,
                        id)
                .map(row -> new StandardVersion(
                        row.get("version", Integer.class),
                        Optional.ofNullable(row.get("content", String.class)).map(json::readTree),
                        row.get("changed_at", OffsetDateTime.class).toInstant(),
                        row.get("changed_by", String.class)));
    }

    /** The elements that take their values from a code table. */
    public List<String> elementsOf(String table) {
        return db.fetch(
                        "select id from cs_data.standard_item where kind = 'element' and not retired"
                                + " and content ->> 'codes' = ? order by id",
                        table)
                .map(row -> row.get(0, String.class));
    }

    private void remember(String kind, String id) {
        db.execute("""
                insert into cs_data.standard_version (kind, id, version, content, changed_at, changed_by)
                select kind, id, version, case when retired then null else content end, changed_at, changed_by
                from cs_data.standard_item where kind = ? and id = ? on conflict do nothing""", kind, id);
    }

    private StandardItem item(Record row) {
        Instant changed = row.get("changed_at", OffsetDateTime.class).toInstant();
        return new StandardItem(
                row.get("id", String.class),
                json.readTree(row.get("content", String.class)),
                Optional.ofNullable(row.get("pack", String.class)),
                row.get("version", Integer.class),
                changed,
                row.get("changed_by", String.class));
    }
}
