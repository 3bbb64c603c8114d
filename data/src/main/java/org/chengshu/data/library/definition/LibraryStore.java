package org.chengshu.data.library.definition;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.chengshu.kernel.Text;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Component
class LibraryStore {
    private final DSLContext db;
    private final JsonMapper json;
    private final Clock clock;

    LibraryStore(DSLContext db, JsonMapper json, Clock clock) {
        this.db = db;
        this.json = json;
        this.clock = clock;
    }

    List<KnownLibrary> libraries() {
        return db.fetch("select * from cs_data.library where not retired order by id")
                .map(this::library);
    }

    Optional<KnownLibrary> library(String id) {
        return db.fetchOptional("select * from cs_data.library where id = ? and not retired", id)
                .map(this::library);
    }

    void put(String id, JsonNode definition, Optional<String> pack) {
        db.execute("""
                insert into cs_data.library as l (id, pack, definition, changed_at) values (?, ?, ?::jsonb, ?::timestamptz)
                on conflict (id) do update set pack = excluded.pack, definition = excluded.definition, retired = false,
                    version = l.version + 1, changed_at = excluded.changed_at
                where l.retired or l.definition <> excluded.definition or l.pack is distinct from excluded.pack""", id, pack.orElse(null), json.writeValueAsString(definition), now());
    }

    void retire(String id) {
        db.execute("update cs_data.library set retired = true, version = version + 1 where id = ?", id);
    }

    List<KnownSource> sources(String library) {
        return db.fetch(
                        "select * from cs_data.library_source where library = ? and not retired order by number",
                        library)
                .map(this::source);
    }

    List<KnownSource> sources() {
        return db.fetch("select * from cs_data.library_source where not retired order by number")
                .map(this::source);
    }

    void putSource(String library, String id, JsonNode definition, Optional<String> pack) {
        db.execute("""
                insert into cs_data.library_source as s (library, id, pack, definition, changed_at)
                values (?, ?, ?, ?::jsonb, ?::timestamptz)
                on conflict (library, id) do update set pack = excluded.pack, definition = excluded.definition,
                    retired = false, version = s.version + 1, changed_at = excluded.changed_at
                where s.retired or s.definition <> excluded.definition or s.pack is distinct from excluded.pack""", library, id, pack.orElse(null), json.writeValueAsString(definition), now());
    }

    void retireSource(String library, String id) {
        db.execute(
                "update cs_data.library_source set retired = true, version = version + 1 where library = ? and id = ?",
                library,
                id);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private KnownLibrary library(Record row) {
        JsonNode definition = json.readTree(row.get("definition", String.class));
        String id = row.get("id", String.class);
        return new KnownLibrary(
                row.get("number", Integer.class),
                new LibraryReader(definition, new Faults())
                        .read(id)
                        .orElseThrow(() -> new IllegalStateException("the stored library " + id + " is faulty")),
                Optional.ofNullable(row.get("pack", String.class)),
                row.get("version", Integer.class),
                row.get("changed_at", OffsetDateTime.class).toInstant(),
                definition);
    }

    private KnownSource source(Record row) {
        JsonNode definition = json.readTree(row.get("definition", String.class));
        String id = row.get("id", String.class);
        return new KnownSource(
                row.get("number", Integer.class),
                SourceReader.read(id, row.get("library", String.class), definition, new Faults())
                        .orElseThrow(() -> new IllegalStateException("the stored source " + id + " is faulty")),
                Optional.ofNullable(row.get("pack", String.class)),
                row.get("version", Integer.class),
                definition,
                Optional.ofNullable(row.get("revision", Integer.class)),
                Optional.ofNullable(row.get("read_with", String.class)),
                instant(row, "read_at"),
                row.get("rows", Long.class),
                row.get("members", Long.class),
                row.get("refused", Long.class),
                row.get("unreadable", Long.class),
                Optional.ofNullable(row.get("note_zh", String.class))
                        .map(zh -> Text.of(zh, row.get("note_en", String.class))));
    }

    private static Optional<Instant> instant(Record row, String column) {
        return Optional.ofNullable(row.get(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
