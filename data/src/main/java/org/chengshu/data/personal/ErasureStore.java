package org.chengshu.data.personal;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.http.Cursor;
import org.chengshu.core.http.CursorPage;
import org.chengshu.core.http.Keyset;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what was erased, never whom. */
@Component
class ErasureStore {
    private static final Field<OffsetDateTime> ASKED_AT =
            DSL.field(DSL.name("asked_at"), SQLDataType.TIMESTAMPWITHTIMEZONE);
    private static final Field<UUID> ID = DSL.field(DSL.name("id"), SQLDataType.UUID);

    record Kept(List<PersonTrace> traces, List<String> notSearched) {}

    private final DSLContext db;
    private final JsonMapper json;
    private final Clock clock;

    ErasureStore(DSLContext db, JsonMapper json, Clock clock) {
        this.db = db;
        this.json = json;
        this.clock = clock;
    }

    void begin(UUID id, String element, String shown, String reason, Viewer viewer) {
        db.execute("""
                insert into cs_data.erasure (id, element, shown, reason, state, asked_by, asked_by_name, asked_at, traces)
                values (?, ?, ?, ?, 'running', ?, ?, ?::timestamptz, '{}')""", id, element, shown, reason, viewer.accountId(), viewer.name(), now());
    }

    void ofJob(UUID id, UUID job) {
        db.execute("update cs_data.erasure set job = ? where id = ?", job, id);
    }

    void end(UUID id, String state, Kept kept, Optional<String> error) {
        db.execute(
                "update cs_data.erasure set state = ?, ended_at = ?::timestamptz, traces = ?::jsonb, error = ? where id = ?",
                state,
                now(),
                json.writeValueAsString(kept),
                error.orElse(null),
                id);
    }

    Optional<ErasureView> find(UUID id) {
        return db.fetchOptional("select * from cs_data.erasure where id = ?", id)
                .map(this::view);
    }

    CursorPage<ErasureView> page(Cursor cursor) {
        return Keyset.fetch(
                db.select(DSL.asterisk())
                        .from(DSL.table(DSL.name("cs_data", "erasure")))
                        .where(DSL.noCondition()),
                cursor,
                ASKED_AT,
                ID,
                this::view);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private ErasureView view(Record row) {
        String text = row.get("traces", String.class);
        Kept kept = text.length() > 2 ? json.readValue(text, Kept.class) : new Kept(List.of(), List.of());
        return new ErasureView(
                row.get("id", UUID.class),
                row.get("element", String.class),
                row.get("shown", String.class),
                row.get("reason", String.class),
                row.get("state", String.class),
                row.get("asked_by_name", String.class),
                row.get("asked_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.get("ended_at", OffsetDateTime.class)).map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.get("job", UUID.class)),
                kept.traces(),
                kept.notSearched(),
                Optional.ofNullable(row.get("error", String.class)));
    }
}
