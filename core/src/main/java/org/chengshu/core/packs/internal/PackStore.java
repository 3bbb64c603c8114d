package org.chengshu.core.packs.internal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.packs.InstalledPack;
import org.chengshu.core.packs.PackItem;
import org.chengshu.core.packs.internal.version.Requirement;
import org.chengshu.kernel.Text;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
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
        Result<Record> rows = sql.fetch("select * from cs_core.pack order by id");
        Map<String, List<String>> neededBy = neededBy(rows);
        return rows.map(row -> {
            String id = row.get("id", String.class);
            return pack(row, counts.getOrDefault(id, Map.of()), neededBy.getOrDefault(id, List.of()));
        });
    }

    private static Map<String, List<String>> neededBy(Result<Record> rows) {
        Map<String, List<String>> neededBy = new TreeMap<>();
        for (Record row : rows) {
            for (String written : row.get("requires", String[].class)) {
                Requirement.parse(written, "")
                        .ifPresent(requirement -> neededBy.computeIfAbsent(requirement.pack(), any -> new ArrayList<>())
                                .add(row.get("id", String.class)));
            }
        }
        return neededBy;
    }

    Optional<InstalledPack> find(String id) {
        return list().stream().filter(pack -> pack.id().equals(id)).findFirst();
    }

    boolean isReadBy(String id, String schemasHash) {
        return sql.fetchOptional("select 1 from cs_core.pack where id = ? and schemas_hash = ?", id, schemasHash)
                .isPresent();
    }

    Map<String, String> files(String id) {
        Map<String, String> files = new TreeMap<>();
        sql.fetch("""
                        select f.path, t.content
                        from cs_core.pack p
                        join cs_core.pack_revision_file f on f.pack_id = p.id and f.revision = p.revision
                        join cs_core.pack_text t on t.hash = f.hash
                        where p.id = ?
                        """, id).forEach(row -> files.put(row.get(0, String.class), row.get(1, String.class)));
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

    void savePack(Manifest pack, int revision, String contentHash, String schemasHash, Viewer who, Instant now) {
        sql.execute(
                """
                insert into cs_core.pack
                    (id, version, title, description, requires, content_hash, schemas_hash,
                     applied_at, applied_by, applied_by_name, revision)
                values (?, ?, ?::jsonb, ?::jsonb, ?, ?, ?, ?::timestamptz, ?, ?, ?)
                on conflict (id) do update set
                    version = excluded.version, title = excluded.title, description = excluded.description,
                    requires = excluded.requires, content_hash = excluded.content_hash,
                    schemas_hash = excluded.schemas_hash, applied_at = excluded.applied_at,
                    applied_by = excluded.applied_by, applied_by_name = excluded.applied_by_name,
                    revision = excluded.revision
                """,
                pack.id(),
                pack.version(),
                json.writeValueAsString(pack.title()),
                json.writeValueAsString(pack.description()),
                pack.requires().stream().map(Requirement::written).toArray(String[]::new),
                contentHash,
                schemasHash,
                now,
                who.accountId(),
                who.name(),
                revision);
    }

    /** Of files read anew, because the platform reads them otherwise than before. */
    void saveSchemasHash(String pack, String schemasHash) {
        sql.execute("update cs_core.pack set schemas_hash = ? where id = ?", schemasHash, pack);
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

    private InstalledPack pack(Record row, Map<String, Integer> items, List<String> neededBy) {
        return new InstalledPack(
                row.get("id", String.class),
                row.get("version", String.class),
                row.get("revision", Integer.class),
                json.readValue(row.get("title", String.class), Text.class),
                json.readValue(row.get("description", String.class), Text.class),
                List.of(row.get("requires", String[].class)),
                neededBy,
                row.get("content_hash", String.class),
                items,
                row.get("applied_at", OffsetDateTime.class).toInstant(),
                row.get("applied_by_name", String.class));
    }

    record InstalledItem(String section, String id, String pack, String hash, JsonNode json) {
        static InstalledItem of(String section, PackItem item, String pack) {
            String hash = new Hash().add(item.json().toString()).hex();
            return new InstalledItem(section, item.id(), pack, hash, item.json());
        }
    }
}
