package org.chengshu.core.jobs.internal.run;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.core.jobs.JobOrder;
import org.chengshu.core.jobs.JobState;
import org.chengshu.core.tracing.Tracing;
import org.chengshu.kernel.Text;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is written of a job by those who order it and by the attempt that runs it. */
@Component
final class JobStore {
    private static final int MOST_LINES = 1000;

    private final DSLContext sql;
    private final JsonMapper json;
    private final Clock clock;

    JobStore(DSLContext sql, JsonMapper json, Clock clock) {
        this.sql = sql;
        this.json = json;
        this.clock = clock;
    }

    void insertRunning(UUID id, String kind, Text title, UUID startedBy, String node, Instant now) {
        sql.execute("""
                insert into cs_core.job (id, kind, title_zh, title_en, state, started_by, node, started_at, attempt)
                values (?, ?, ?, ?, 'running', ?, ?, ?::timestamptz, 1)
                """, id, kind, title.zh(), title.en(), startedBy, node, now);
        sql.execute(
                "insert into cs_core.job_attempt (job_id, attempt, node, started_at) values (?, 1, ?, ?::timestamptz)",
                id,
                node,
                now);
    }

    /** The id of the job, which is another one when the order's key has been used before. */
    UUID insertQueued(UUID id, JobOrder<?> order, String node, Instant now) {
        int made = sql.execute(
                """
                insert into cs_core.job (id, kind, title_zh, title_en, state, started_by, started_at, input, attempts,
                    next_at, only_node, once_key, schedule, trace)
                values (?, ?, ?, ?, 'queued', ?, ?::timestamptz, ?::jsonb, ?, ?::timestamptz, ?, ?, ?, ?)
                on conflict (once_key) where once_key is not null do nothing
                """,
                id,
                order.kind().name(),
                order.title().zh(),
                order.title().en(),
                order.startedBy(),
                now,
                json.writeValueAsString(order.input()),
                order.kind().retry().attempts(),
                now,
                order.here() ? node : null,
                order.onceKey().orElse(null),
                order.schedule().orElse(null),
                Tracing.current().orElse(null));
        return made > 0
                ? id
                : sql.fetchSingle(
                                "select id from cs_core.job where once_key = ?",
                                order.onceKey().orElseThrow())
                        .get(0, UUID.class);
    }

    /** Never waits for the row: a transaction of the job itself may hold it. */
    boolean progress(Claim claim, long done, long total, Text message) {
        return sql.execute("""
                        update cs_core.job set done = ?, total = ?, message_zh = ?, message_en = ?
                        where id = (select id from cs_core.job where id = ? and attempt = ? and state = 'running'
                                    for no key update skip locked)
                        """, done, total, message.zh(), message.en(), claim.id(), claim.attempt()) > 0;
    }

    boolean keep(Claim claim, String checkpoint) {
        return sql.execute("""
                        update cs_core.job set checkpoint = ?::jsonb
                        where id = ? and attempt = ? and state = 'running'
                        """, checkpoint, claim.id(), claim.attempt()) > 0;
    }

    void note(Claim claim, Text line) {
        sql.execute("""
                insert into cs_core.job_log (job_id, line, attempt, at, text_zh, text_en)
                select ?, coalesce(max(line), 0) + 1, ?, ?::timestamptz, ?, ?
                from cs_core.job_log where job_id = ?
                having coalesce(max(line), 0) < ?
                """, claim.id(), claim.attempt(), clock.instant(), line.zh(), line.en(), claim.id(), MOST_LINES);
    }

    /** Ends the attempt and with it the job; false when the attempt no longer holds it. */
    boolean end(Claim claim, JobState state, String outcome, Optional<Text> error, Optional<JsonNode> result) {
        Instant now = clock.instant();
        int ended = sql.execute(
                """
                update cs_core.job
                set state = ?, ended_at = ?::timestamptz, result = ?::jsonb, next_at = null,
                    message_zh = coalesce(?, message_zh), message_en = coalesce(?, message_en),
                    error_zh = ?, error_en = ?
                where id = ? and attempt = ? and state = 'running'
                """,
                state.word(),
                now,
                result.map(json::writeValueAsString).orElse(null),
                error.map(Text::zh).orElse(null),
                error.map(Text::en).orElse(null),
                error.map(Text::zh).orElse(null),
                error.map(Text::en).orElse(null),
                claim.id(),
                claim.attempt());
        return ended > 0 && endAttempt(claim, outcome, error, now);
    }

    /** Ends the attempt and lets the job wait for its next one, unless somebody asked for its end. */
    boolean again(Claim claim, String outcome, Optional<Text> error, Instant nextAt, boolean forFree) {
        Instant now = clock.instant();
        int queued = sql.execute(
                """
                update cs_core.job
                set state = case when cancel_requested then 'cancelled' else 'queued' end,
                    ended_at = case when cancel_requested then ?::timestamptz end,
                    next_at = ?::timestamptz, attempts = attempts + ?,
                    error_zh = coalesce(?, error_zh), error_en = coalesce(?, error_en)
                where id = ? and attempt = ? and state = 'running'
                """,
                now,
                nextAt,
                forFree ? 1 : 0,
                error.map(Text::zh).orElse(null),
                error.map(Text::en).orElse(null),
                claim.id(),
                claim.attempt());
        return queued > 0 && endAttempt(claim, outcome, error, now);
    }

    private boolean endAttempt(Claim claim, String outcome, Optional<Text> error, Instant now) {
        return sql.execute(
                        """
                        update cs_core.job_attempt
                        set outcome = ?, ended_at = ?::timestamptz, error_zh = ?, error_en = ?
                        where job_id = ? and attempt = ?
                        """,
                        outcome,
                        now,
                        error.map(Text::zh).orElse(null),
                        error.map(Text::en).orElse(null),
                        claim.id(),
                        claim.attempt())
                > 0;
    }

    /** A job that only waits is cancelled at once, one that runs is asked to end; false when it has ended. */
    boolean requestCancel(UUID id) {
        Instant now = clock.instant();
        return sql.execute("""
                update cs_core.job
                set cancel_requested = true,
                    state = case state when 'queued' then 'cancelled' else state end,
                    ended_at = case state when 'queued' then ?::timestamptz else ended_at end
                where id = ? and state in ('queued', 'running')
                """, now, id) > 0;
    }

    /** Gives a job that ended badly as many attempts as its kind allows on top of those it had. */
    boolean retry(UUID id, int attempts) {
        return sql.execute("""
                update cs_core.job
                set state = 'queued', next_at = ?::timestamptz, attempts = attempt + ?, ended_at = null,
                    cancel_requested = false, error_zh = null, error_en = null
                where id = ? and state in ('failed', 'cancelled', 'interrupted') and attempts is not null
                """, clock.instant(), attempts, id) > 0;
    }

    int purgeEndedBefore(Instant time) {
        return sql.execute("delete from cs_core.job where ended_at < ?::timestamptz", time);
    }
}
