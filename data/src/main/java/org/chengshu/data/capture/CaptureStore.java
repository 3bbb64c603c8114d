package org.chengshu.data.capture;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.kernel.Text;
import org.jooq.DSLContext;
import org.postgresql.replication.LogSequenceNumber;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** How far each followed table has been taken. */
@Component
final class CaptureStore {
    private final DSLContext db;
    private final JsonMapper json;
    private final Clock clock;

    CaptureStore(DSLContext db, JsonMapper json, Clock clock) {
        this.db = db;
        this.json = json;
        this.clock = clock;
    }

    /** Immutable. */
    record Standing(
            String state,
            Optional<Long> position,
            Optional<Long> lagBytes,
            Optional<Instant> seenAt,
            Optional<Text> error) {
        boolean follows() {
            return state.equals("following") && position.isPresent();
        }
    }

    Optional<Standing> find(UUID source) {
        return db.fetchOptional("select * from cs_data.capture where source = ?", source)
                .map(row -> new Standing(
                        row.get("state", String.class),
                        Optional.ofNullable(row.get("position", String.class))
                                .map(text -> LogSequenceNumber.valueOf(text).asLong()),
                        Optional.ofNullable(row.get("lag_bytes", Long.class)),
                        Optional.ofNullable(row.get("seen_at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant),
                        Optional.ofNullable(row.get("error", String.class))
                                .map(text -> json.readValue(text, Text.class))));
    }

    void begun(UUID source) {
        db.execute("""
                insert into cs_data.capture (source, state, changed_at) values (?, 'snapshot', ?::timestamptz)
                on conflict (source) do update set state = 'snapshot', position = null,
                    changed_at = excluded.changed_at""", source, now());
    }

    /** In the transaction that stores the rows up to here. */
    void reached(UUID source, long position) {
        db.execute(
                "update cs_data.capture set state = 'following', position = ?, changed_at = ?::timestamptz where source = ?",
                LogSequenceNumber.valueOf(position).asString(),
                now(),
                source);
    }

    void seen(UUID source, Optional<Long> lagBytes) {
        db.execute(
                "update cs_data.capture set lag_bytes = ?, seen_at = ?::timestamptz, error = null where source = ?",
                lagBytes.orElse(null),
                now(),
                source);
    }

    void failed(UUID source, Text error) {
        db.execute("""
                insert into cs_data.capture (source, state, changed_at, error) values (?, 'new', ?::timestamptz, ?::jsonb)
                on conflict (source) do update set error = excluded.error""", source, now(), json.writeValueAsString(error));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
