package org.chengshu.data.stored;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The table of definitions. */
@Component
class StoredRows {
    private final DSLContext sql;
    private final JsonMapper mapper;
    private final Clock clock;

    StoredRows(DSLContext sql, JsonMapper mapper, Clock clock) {
        this.sql = sql;
        this.mapper = mapper;
        this.clock = clock;
    }

    long version() {
        return Objects.requireNonNull(
                sql.resultQuery("select version from cs_data.shelf").fetchOne(0, long.class));
    }

    /** Others who change definitions wait until this transaction ends. */
    void bump() {
        sql.execute("update cs_data.shelf set version = version + 1");
    }

    List<StoredDataset> list() {
        return sql.resultQuery("""
                select definition::text, version, revision, row_count, refreshed_at, made_at, changed_at
                from cs_data.dataset order by id
                """).fetch(this::read);
    }

    Optional<StoredDataset> find(String id) {
        return sql.resultQuery("""
                select definition::text, version, revision, row_count, refreshed_at, made_at, changed_at
                from cs_data.dataset where id = ?
                """, id).fetchOptional(this::read);
    }

    /** Promotions and changes of one dataset wait for each other. */
    void lock(String id) {
        sql.execute("select 1 from cs_data.dataset where id = ? for update", id);
    }

    /** False when there is one of this id. */
    boolean insert(StoredDefinition definition) {
        OffsetDateTime now = now();
        boolean inserted = sql.execute(
                        """
                insert into cs_data.dataset
                (id, layer, title_zh, title_en, owner, definition, pack_id, version, made_at, changed_at)
                values (?, ?, ?, ?, ?, ?::jsonb, ?, 1, ?::timestamptz, ?::timestamptz) on conflict (id) do nothing
                """,
                        definition.id(),
                        definition.layer().word(),
                        definition.title().zh(),
                        definition.title().en(),
                        definition.owner(),
                        mapper.writeValueAsString(definition),
                        definition.pack().orElse(null),
                        now,
                        now)
                == 1;
        if (inserted) {
            remember(definition.id());
        }
        return inserted;
    }

    private void remember(String id) {
        sql.execute("""
                insert into cs_data.dataset_version (dataset, version, definition, changed_at)
                select id, version, definition, changed_at from cs_data.dataset where id = ?
                """, id);
    }

    /** What the definition was, newest first. */
    List<PastDefinition> versions(String id) {
        return sql.resultQuery("""
                select version, definition::text, changed_at from cs_data.dataset_version
                where dataset = ? order by version desc
                """, id)
                .fetch(row -> new PastDefinition(
                        row.get(0, int.class),
                        mapper.readValue(row.get(1, String.class), StoredDefinition.class),
                        row.get(2, Instant.class)));
    }

    void update(StoredDefinition definition) {
        sql.execute(
                """
                update cs_data.dataset set title_zh = ?, title_en = ?, owner = ?, definition = ?::jsonb, pack_id = ?,
                    version = version + 1, changed_at = ?::timestamptz where id = ?
                """,
                definition.title().zh(),
                definition.title().en(),
                definition.owner(),
                mapper.writeValueAsString(definition),
                definition.pack().orElse(null),
                now(),
                definition.id());
        remember(definition.id());
    }

    void delete(String id) {
        sql.execute("delete from cs_data.dataset where id = ?", id);
    }

    void refreshed(String id, int revision, long rows, Instant at) {
        sql.execute(
                "update cs_data.dataset set revision = ?, row_count = ?, refreshed_at = ?::timestamptz where id = ?",
                revision,
                rows,
                at.atOffset(ZoneOffset.UTC),
                id);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private StoredDataset read(Record row) {
        return new StoredDataset(
                mapper.readValue(row.get(0, String.class), StoredDefinition.class),
                row.get(1, int.class),
                Optional.ofNullable(row.get(2, Integer.class)),
                row.get(3, long.class),
                Optional.ofNullable(row.get(4, Instant.class)),
                row.get(5, Instant.class),
                row.get(6, Instant.class));
    }
}
