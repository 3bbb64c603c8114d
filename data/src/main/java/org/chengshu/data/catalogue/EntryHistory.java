package org.chengshu.data.catalogue;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.chengshu.core.access.Viewer;
import org.chengshu.data.DataError;
import org.chengshu.kernel.Fault;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** What was done to entries, and every version of them that was published. */
@Component
public class EntryHistory {
    /** One deed. */
    public record Step(String deed, Instant at, String who, int version, Optional<String> note) {}

    /** One published version. */
    public record Version(
            int version,
            Instant publishedAt,
            String organisation,
            String reviewer,
            Optional<String> note,
            EntryContent content) {}

    private final DSLContext db;
    private final EntryStore entries;

    EntryHistory(DSLContext db, EntryStore entries) {
        this.db = db;
        this.entries = entries;
    }

    void add(Entry entry, String deed, Instant at, Viewer who, Optional<String> note) {
        db.execute(
                """
                insert into cs_data.entry_step (entry, deed, at, who, who_name, version, note)
                values (?, ?, cast(? as timestamptz), ?, ?, ?, ?)
                """,
                entry.id(),
                deed,
                EntryTable.utc(at),
                who.accountId(),
                who.displayName(),
                entry.version(),
                note.orElse(null));
    }

    void publish(Entry entry, Instant at, Viewer reviewer, Optional<String> note) {
        db.execute(
                """
                insert into cs_data.entry_version
                    (entry, version, content, organisation, note, published_at, reviewer, reviewer_name)
                values (?, ?, cast(? as jsonb), ?, ?, cast(? as timestamptz), ?, ?)
                """,
                entry.id(),
                entry.version(),
                entries.written(entry.content()).data(),
                entry.organisation(),
                note.orElse(null),
                EntryTable.utc(at),
                reviewer.accountId(),
                reviewer.displayName());
    }

    /** The newest first. */
    public List<Step> steps(String entry) {
        return db.fetch(
                        "select deed, at, who_name, version, note from cs_data.entry_step where entry = ? order by id desc limit 500",
                        entry)
                .map(row -> new Step(
                        row.get("deed", String.class),
                        time(row, "at"),
                        row.get("who_name", String.class),
                        row.get("version", Integer.class),
                        Optional.ofNullable(row.get("note", String.class))));
    }

    /** The newest first. */
    public List<Version> versions(String entry) {
        return db.fetch("""
                        select version, published_at, organisation, reviewer_name, note, content
                        from cs_data.entry_version where entry = ? order by version desc
                        """, entry)
                .map(row -> new Version(
                        row.get("version", Integer.class),
                        time(row, "published_at"),
                        row.get("organisation", String.class),
                        row.get("reviewer_name", String.class),
                        Optional.ofNullable(row.get("note", String.class)),
                        entries.content(row.get("content", JSONB.class))));
    }

    /** The content of a version by its number; version 0 is empty of everything. */
    public EntryContent version(Entry entry, String number) {
        if (number.equals("0")) {
            return entry.content().nothing();
        }
        return versions(entry.id()).stream()
                .filter(version -> String.valueOf(version.version()).equals(number))
                .map(Version::content)
                .findFirst()
                .orElseThrow(
                        () -> new Fault(DataError.ENTRY_NOT_FOUND, entry.id() + " has no published version " + number));
    }

    private static Instant time(Record row, String name) {
        return row.get(name, OffsetDateTime.class).toInstant();
    }
}
