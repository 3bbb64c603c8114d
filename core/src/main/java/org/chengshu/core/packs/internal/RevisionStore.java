package org.chengshu.core.packs.internal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.packs.PackFiles;
import org.chengshu.core.packs.PackRevision;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** The states that packs were brought into, with their files. Rows are only added. */
@Component
final class RevisionStore {
    private final DSLContext sql;

    RevisionStore(DSLContext sql) {
        this.sql = sql;
    }

    /** Newest first. */
    List<PackRevision> list(String pack) {
        return sql.fetch("""
                        select r.*, r.act <> 'removed' and p.revision = r.revision as in_force
                        from cs_core.pack_revision r left join cs_core.pack p on p.id = r.pack_id
                        where r.pack_id = ? order by r.revision desc
                        """, pack).map(RevisionStore::revision);
    }

    Optional<PackRevision> find(String pack, int revision) {
        return list(pack).stream().filter(one -> one.revision() == revision).findFirst();
    }

    Map<String, String> files(String pack, int revision) {
        Map<String, String> files = new TreeMap<>();
        sql.fetch("""
                        select f.path, t.content
                        from cs_core.pack_revision_file f join cs_core.pack_text t on t.hash = f.hash
                        where f.pack_id = ? and f.revision = ?
                        """, pack, revision).forEach(row -> files.put(row.get(0, String.class), row.get(1, String.class)));
        return files;
    }

    /** Adds a revision and gives its number. A removal has no files. */
    int add(NewRevision made, PackFiles files, Viewer who, Instant now) {
        int number = list(made.pack()).stream()
                        .mapToInt(PackRevision::revision)
                        .max()
                        .orElse(0)
                + 1;
        sql.execute(
                """
                insert into cs_core.pack_revision
                    (pack_id, revision, version, act, content_hash, added, changed, removed, at, by_id, by_name)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?::timestamptz, ?, ?)
                """,
                made.pack(),
                number,
                made.version(),
                made.act().word(),
                made.contentHash(),
                made.added(),
                made.changed(),
                made.removed(),
                now,
                who.accountId(),
                who.name());
        saveFiles(made.pack(), number, files);
        return number;
    }

    private void saveFiles(String pack, int revision, PackFiles files) {
        String[] paths = files.pathToText().keySet().toArray(String[]::new);
        String[] texts = files.pathToText().values().toArray(String[]::new);
        sql.execute("""
                insert into cs_core.pack_text (hash, content)
                select distinct encode(sha256(convert_to(content, 'UTF8')), 'hex'), content
                from unnest(?::text[]) as f (content)
                on conflict do nothing
                """, (Object) texts);
        sql.execute("""
                insert into cs_core.pack_revision_file (pack_id, revision, path, hash)
                select ?, ?, path, encode(sha256(convert_to(content, 'UTF8')), 'hex')
                from unnest(?::text[], ?::text[]) as f (path, content)
                """, pack, revision, paths, texts);
    }

    private static PackRevision revision(Record row) {
        return new PackRevision(
                row.get("pack_id", String.class),
                row.get("revision", Integer.class),
                row.get("version", String.class),
                PackRevision.Act.valueOf(row.get("act", String.class).toUpperCase(Locale.ROOT)),
                Boolean.TRUE.equals(row.get("in_force", Boolean.class)),
                row.get("added", Integer.class),
                row.get("changed", Integer.class),
                row.get("removed", Integer.class),
                row.get("at", OffsetDateTime.class).toInstant(),
                row.get("by_name", String.class));
    }

    /** A revision before it has its number. */
    record NewRevision(
            String pack,
            String version,
            PackRevision.Act act,
            String contentHash,
            int added,
            int changed,
            int removed) {}
}
