package org.chengshu.core.jobs.internal;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.table;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.core.http.Cursor;
import org.chengshu.core.http.CursorPage;
import org.chengshu.core.http.Keyset;
import org.chengshu.core.jobs.JobState;
import org.chengshu.core.jobs.JobView;
import org.chengshu.kernel.Text;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Component
final class JobStore {
    private static final Field<OffsetDateTime> STARTED_AT = field(name("started_at"), OffsetDateTime.class);
    private static final Field<UUID> ID = field(name("id"), UUID.class);
    private static final Field<UUID> STARTED_BY = field(name("started_by"), UUID.class);

    private final DSLContext sql;
    private final JsonMapper json;

    JobStore(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    void insert(JobView job, String node) {
        sql.execute(
                """
                insert into cs_core.job (id, kind, title_zh, title_en, state, started_by, node, started_at, heartbeat_at)
                values (?, ?, ?, ?, ?, ?, ?, ?::timestamptz, ?::timestamptz)
                """,
                job.id(),
                job.kind(),
                job.title().zh(),
                job.title().en(),
                job.state().word(),
                job.startedBy(),
                node,
                job.startedAt(),
                job.startedAt());
    }

    Optional<JobView> find(UUID id) {
        return sql.fetchOptional("select * from cs_core.job where id = ?", id).map(this::view);
    }

    CursorPage<JobView> list(Optional<UUID> startedBy, Cursor cursor) {
        return Keyset.fetch(
                sql.select()
                        .from(table(name("cs_core", "job")))
                        .where(startedBy.map(STARTED_BY::eq).orElse(noCondition())),
                cursor,
                STARTED_AT,
                ID,
                this::view);
    }

    void progress(UUID id, long done, long total, Text message) {
        sql.execute("""
                update cs_core.job set done = ?, total = ?, message_zh = ?, message_en = ?
                where id = ? and state = 'running'
                """, done, total, message.zh(), message.en(), id);
    }

    void end(UUID id, JobState state, Optional<Text> message, Optional<JsonNode> result, Instant now) {
        sql.execute(
                """
                update cs_core.job
                set state = ?, ended_at = ?::timestamptz, result = ?::jsonb,
                    message_zh = coalesce(?, message_zh), message_en = coalesce(?, message_en)
                where id = ? and state = 'running'
                """,
                state.word(),
                now,
                result.map(json::writeValueAsString).orElse(null),
                message.map(Text::zh).orElse(null),
                message.map(Text::en).orElse(null),
                id);
    }

    boolean requestCancel(UUID id) {
        return sql.execute("update cs_core.job set cancel_requested = true where id = ? and state = 'running'", id) > 0;
    }

    /** Says that these still run, and tells which of them somebody wants to end. */
    List<UUID> heartbeat(Collection<UUID> running, Instant now) {
        return sql.fetch("""
                        with alive as (
                            update cs_core.job set heartbeat_at = ?::timestamptz
                            where id = any (?) returning id, cancel_requested)
                        select id from alive where cancel_requested
                        """, now, running.toArray(UUID[]::new)).getValues(0, UUID.class);
    }

    void interruptAllOf(String node, Instant now) {
        sql.execute("""
                update cs_core.job set state = 'interrupted', ended_at = ?::timestamptz
                where state = 'running' and node = ?
                """, now, node);
    }

    void interruptSilentSince(Instant lastHeard, Instant now) {
        sql.execute("""
                update cs_core.job set state = 'interrupted', ended_at = ?::timestamptz
                where state = 'running' and heartbeat_at < ?::timestamptz
                """, now, lastHeard);
    }

    private JobView view(Record row) {
        return new JobView(
                row.get("id", UUID.class),
                row.get("kind", String.class),
                Text.of(row.get("title_zh", String.class), row.get("title_en", String.class)),
                JobState.ofWord(row.get("state", String.class)),
                row.get("done", Long.class),
                row.get("total", Long.class),
                Optional.ofNullable(row.get("message_zh", String.class))
                        .map(zh -> Text.of(zh, row.get("message_en", String.class))),
                Optional.ofNullable(row.get("result", String.class)).map(json::readTree),
                row.get("started_by", UUID.class),
                row.get("started_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.get("ended_at", OffsetDateTime.class)).map(OffsetDateTime::toInstant));
    }
}
