package org.chengshu.core.packs.internal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.packs.InstalledPack;
import org.chengshu.core.packs.PackFiles;
import org.chengshu.kernel.Text;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Component
final class PackStore {
    /** Any number that nobody else locks by. */
    private static final long APPLY_LOCK = 0x7061636b_00000001L;

    private final DSLContext sql;
    private final JsonMapper json;

    PackStore(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** Until the end of the transaction, on all nodes. */
    void lock() {
        sql.fetch("select pg_advisory_xact_lock(?)", APPLY_LOCK);
    }

    List<InstalledPack> list() {
        Map<String, Map<String, Integer>> counts = sql
                .fetch("select pack_id, section, count(*)::int as n from cs_core.pack_item group by pack_id, section")
                .stream()
                .collect(Collectors.groupingBy(
                        row -> row.get("pack_id", String.class),
                        Collectors.toMap(row -> row.get("section", String.class), row -> row.get("n", Integer.class))));
        return sql.fetch("select * from cs_core.pack order by id")
                .map(row -> pack(row, counts.getOrDefault(row.get("id", String.class), Map.of())));
    }

    Optional<InstalledPack> find(String id) {
        return list().stream().filter(pack -> pack.id().equals(id)).findFirst();
    }

    boolean isUnchanged(String id, String contentHash, String schemasHash) {
        return sql.fetchOptional(
                        "select 1 from cs_core.pack where id = ? and content_hash = ? and schemas_hash = ?",
                        id,
                        contentHash,
                        schemasHash)
                .isPresent();
    }

    Map<String, String> files(String id) {
        Map<String, String> files = new TreeMap<>();
        sql.fetch("select path, content from cs_core.pack_file where pack_id = ?", id)
                .forEach(row -> files.put(row.get(0, String.class), row.get(1, String.class)));
        return files;
    }

    List<InstalledItem> items() {
        return sql.fetch(
                        "select section, item_id, pack_id, hash, json::text as json from cs_core.pack_item order by item_id")
                .map(row -> new InstalledItem(
                        row.get("section", String.class),
                        row.get("item_id", String.class),
                        row.get("pack_id", String.class),
                        row.get("hash", String.class),
                        json.readTree(row.get("json", String.class))));
    }

    void savePack(Manifest pack, String contentHash, String schemasHash, Viewer who, Instant now) {
        sql.execute(
                """
                insert into cs_core.pack
                    (id, version, title, description, requires, content_hash, schemas_hash,
                     applied_at, applied_by, applied_by_name)
                values (?, ?, ?::jsonb, ?::jsonb, ?, ?, ?, ?::timestamptz, ?, ?)
                on conflict (id) do update set
                    version = excluded.version, title = excluded.title, description = excluded.description,
                    requires = excluded.requires, content_hash = excluded.content_hash,
                    schemas_hash = excluded.schemas_hash, applied_at = excluded.applied_at,
                    applied_by = excluded.applied_by, applied_by_name = excluded.applied_by_name
                """,
                pack.id(),
                pack.version(),
                json.writeValueAsString(pack.title()),
                json.writeValueAsString(pack.description()),
                pack.requires().toArray(String[]::new),
                contentHash,
                schemasHash,
                now,
                who.accountId(),
                who.name());
    }

    void saveFiles(String pack, PackFiles files) {
        sql.execute("delete from cs_core.pack_file where pack_id = ?", pack);
        sql.execute(
                """
                insert into cs_core.pack_file (pack_id, path, content)
                select ?, path, content from unnest(?, ?) as f (path, content)
                """,
                pack,
                files.pathToText().keySet().toArray(String[]::new),
                files.pathToText().values().toArray(String[]::new));
    }

    void saveItems(String pack, List<InstalledItem> items) {
        sql.execute("delete from cs_core.pack_item where pack_id = ?", pack);
        sql.execute(
                """
                insert into cs_core.pack_item (section, item_id, pack_id, hash, json)
                select section, item_id, ?, hash, json::jsonb from unnest(?, ?, ?, ?) as i (section, item_id, hash, json)
                """,
                pack,
                items.stream().map(InstalledItem::section).toArray(String[]::new),
                items.stream().map(InstalledItem::id).toArray(String[]::new),
                items.stream().map(InstalledItem::hash).toArray(String[]::new),
                items.stream().map(item -> item.json().toString()).toArray(String[]::new));
    }

    void delete(String pack) {
        sql.execute("delete from cs_core.pack where id = ?", pack);
    }

    private InstalledPack pack(Record row, Map<String, Integer> items) {
        return new InstalledPack(
                row.get("id", String.class),
                row.get("version", String.class),
                json.readValue(row.get("title", String.class), Text.class),
                json.readValue(row.get("description", String.class), Text.class),
                List.of(row.get("requires", String[].class)),
                row.get("content_hash", String.class),
                items,
                row.get("applied_at", OffsetDateTime.class).toInstant(),
                row.get("applied_by_name", String.class));
    }

    record InstalledItem(String section, String id, String pack, String hash, JsonNode json) {}
}
