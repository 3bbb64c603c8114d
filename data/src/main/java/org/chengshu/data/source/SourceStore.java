package org.chengshu.data.source;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.chengshu.core.crypto.FieldCipher;
import org.chengshu.core.crypto.SealedColumn;
import org.chengshu.core.settings.Secret;
import org.chengshu.core.spi.SealedColumnSource;
import org.chengshu.data.DataError;
import org.chengshu.data.feed.OpenSource;
import org.chengshu.data.feed.SourceBook;
import org.chengshu.kernel.Fault;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Component
final class SourceStore implements SourceBook, SealedColumnSource {
    private static final SealedColumn SECRETS = new SealedColumn("cs_data", "source", "id", "secrets");
    private static final String EVERYTHING = "select * from cs_data.source";

    private final DSLContext db;
    private final JsonMapper json;
    private final FieldCipher cipher;
    private final SourceRows rows;
    private final Clock clock;

    SourceStore(DSLContext db, JsonMapper json, FieldCipher cipher, Clock clock) {
        this.db = db;
        this.json = json;
        this.cipher = cipher;
        this.rows = new SourceRows(json, this::open);
        this.clock = clock;
    }

    @Override
    public List<SealedColumn> columns() {
        return List.of(SECRETS);
    }

    @Override
    public OpenSource get(UUID id) {
        Record row = db.fetchOptional(EVERYTHING + " where id = ?", id).orElseThrow(() -> missing(id));
        Map<String, Secret> secrets = open(id, row.get("secrets", String.class)).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> Secret.of(entry.getValue())));
        JsonNode config = json.readTree(row.get("config", String.class));
        return new OpenSource(id, row.get("name", String.class), config, secrets);
    }

    List<Source> list() {
        return db.fetch(EVERYTHING + " order by created_at desc, id desc").map(rows::source);
    }

    List<Source> list(String kind) {
        return db.fetch(EVERYTHING + " where kind = ? order by created_at desc, id desc", kind)
                .map(rows::source);
    }

    Optional<Source> find(UUID id) {
        return db.fetchOptional(EVERYTHING + " where id = ?", id).map(rows::source);
    }

    /** Locked until the end of the transaction. */
    Source lock(UUID id) {
        return db.fetchOptional(EVERYTHING + " where id = ? for update", id)
                .map(rows::source)
                .orElseThrow(() -> missing(id));
    }

    static Fault missing(UUID id) {
        return new Fault(DataError.SOURCE_NOT_FOUND, "there is no source " + id);
    }

    boolean isTaken(String name, UUID by) {
        return db.fetchExists(db.selectOne().from("cs_data.source").where("name = ? and id <> ?", name, by));
    }

    /** The secrets themselves, for whoever checks whether they may stay. */
    Map<String, String> secrets(UUID id) {
        return db.fetchOptional("select secrets from cs_data.source where id = ?", id)
                .map(row -> open(id, row.get(0, String.class)))
                .orElseGet(Map::of);
    }

    void insert(UUID id, SourceDraft draft, Optional<Instant> nextRun, UUID by) {
        OffsetDateTime now = now();
        db.execute(
                """
                insert into cs_data.source (id, name, kind, description, organisation, config, secrets, target, schedule,
                    next_run, created_by, created_at, changed_at)
                values (?, ?, ?, ?, ?, ?::jsonb, ?, ?::jsonb, ?::jsonb, ?::timestamptz, ?, ?::timestamptz, ?::timestamptz)""",
                id,
                draft.name(),
                draft.kind(),
                draft.description(),
                draft.organisation().orElse(null),
                written(draft.config()),
                seal(id, draft.secrets()),
                draft.target().map(this::written).orElse(null),
                draft.schedule().map(this::written).orElse(null),
                nextRun.map(SourceStore::utc).orElse(null),
                by,
                now,
                now);
    }

    void update(UUID id, SourceDraft draft, Map<String, String> secrets, Optional<Instant> nextRun, boolean keepsMark) {
        db.execute(
                """
                update cs_data.source set name = ?, description = ?, organisation = ?, config = ?::jsonb, secrets = ?,
                    target = ?::jsonb, schedule = ?::jsonb, next_run = ?::timestamptz,
                    mark = case when ? then mark end, version = version + 1, changed_at = ?::timestamptz
                where id = ?""",
                draft.name(),
                draft.description(),
                draft.organisation().orElse(null),
                written(draft.config()),
                seal(id, secrets),
                draft.target().map(this::written).orElse(null),
                draft.schedule().map(this::written).orElse(null),
                nextRun.map(SourceStore::utc).orElse(null),
                keepsMark,
                now(),
                id);
    }

    void delete(UUID id) {
        db.execute("delete from cs_data.source where id = ?", id);
    }

    void pause(UUID id, boolean paused, Optional<Instant> nextRun) {
        db.execute(
                "update cs_data.source set paused = ?, next_run = ?::timestamptz, version = version + 1 where id = ?",
                paused,
                nextRun.map(SourceStore::utc).orElse(null),
                id);
    }

    void forgetMark(UUID id) {
        db.execute("update cs_data.source set mark = null, version = version + 1 where id = ?", id);
        db.execute("update cs_data.capture set state = 'new', position = null where source = ?", id);
    }

    /** Sources whose time has come, locked; those that another node looks at are left out. */
    List<Source> due(Instant now) {
        return db.fetch(
                        EVERYTHING + " where next_run <= ?::timestamptz and not paused order by next_run limit 20"
                                + " for update skip locked",
                        utc(now))
                .map(rows::source);
    }

    void planned(UUID id, Optional<Instant> nextRun) {
        db.execute(
                "update cs_data.source set next_run = ?::timestamptz where id = ?",
                nextRun.map(SourceStore::utc).orElse(null),
                id);
    }

    void begun(UUID id, UUID load) {
        db.execute("update cs_data.source set running = ? where id = ?", load, id);
    }

    /**
     * Keeps how a load ended; a mark only when it gave one. Answers how many have failed in a row; one that was
     * cancelled has not.
     */
    int ended(UUID id, Source.Last last, Optional<JsonNode> mark) {
        return db.fetchOptional(
                        """
                        update cs_data.source set running = case when running = ? then null else running end,
                            last_load = ?, last_state = ?, last_read = ?, last_stored = ?, last_rejected = ?,
                            last_error = ?::jsonb, last_at = ?::timestamptz, mark = coalesce(?::jsonb, mark),
                            failures = case ? when 'promoted' then 0 when 'cancelled' then failures else failures + 1 end
                        where id = ? returning failures""",
                        last.load(),
                        last.load(),
                        last.state(),
                        last.read(),
                        last.stored(),
                        last.rejected(),
                        last.error().map(this::written).orElse(null),
                        utc(last.at()),
                        mark.map(this::written).orElse(null),
                        last.state(),
                        id)
                .map(row -> row.get(0, Integer.class))
                .orElse(0);
    }

    private String seal(UUID id, Map<String, String> secrets) {
        return secrets.isEmpty() ? null : cipher.seal(SECRETS.at(id.toString()), written(new TreeMap<>(secrets)));
    }

    private Map<String, String> open(UUID id, String sealed) {
        return sealed == null
                ? Map.of()
                : json.readValue(
                        cipher.open(SECRETS.at(id.toString()), sealed), new TypeReference<Map<String, String>>() {});
    }

    private String written(Object value) {
        return json.writeValueAsString(value);
    }

    private OffsetDateTime now() {
        return utc(clock.instant());
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
