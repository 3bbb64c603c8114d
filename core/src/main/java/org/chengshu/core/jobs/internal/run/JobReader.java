package org.chengshu.core.jobs.internal.run;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.table;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.chengshu.core.http.Cursor;
import org.chengshu.core.http.CursorPage;
import org.chengshu.core.http.Keyset;
import org.chengshu.core.jobs.JobState;
import org.chengshu.core.jobs.JobView;
import org.chengshu.kernel.Text;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Jobs as people see them. */
@Component
public final class JobReader {
    private static final Field<OffsetDateTime> STARTED_AT = field(name("job", "started_at"), OffsetDateTime.class);
    private static final Field<UUID> ID = field(name("job", "id"), UUID.class);
    private static final Field<UUID> STARTED_BY = field(name("job", "started_by"), UUID.class);
    private static final Field<String> STATE = field(name("job", "state"), String.class);
    private static final Field<String> KIND = field(name("job", "kind"), String.class);
    private static final Field<String> STARTER =
            field("(select a.display_name from cs_core.account a where a.id = job.started_by)", String.class);
    private static final Set<JobState> BADLY_ENDED = Set.of(JobState.FAILED, JobState.CANCELLED, JobState.INTERRUPTED);

    private final DSLContext sql;
    private final JsonMapper json;

    JobReader(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    public Optional<JobView> find(UUID id) {
        return sql.select(table(name("job")).asterisk(), STARTER.as("starter"))
                .from(table(name("cs_core", "job")).as("job"))
                .where(ID.eq(id))
                .fetchOptional(this::view);
    }

    public CursorPage<JobView> list(JobFilter filter, Cursor cursor) {
        Condition states = filter.states().isEmpty()
                ? noCondition()
                : STATE.in(filter.states().stream().map(JobState::word).toList());
        return Keyset.fetch(
                sql.select(table(name("job")).asterisk(), STARTER.as("starter"))
                        .from(table(name("cs_core", "job")).as("job"))
                        .where(states)
                        .and(filter.kind().map(KIND::eq).orElse(noCondition()))
                        .and(filter.startedBy().map(STARTED_BY::eq).orElse(noCondition())),
                cursor,
                STARTED_AT,
                ID,
                this::view);
    }

    public List<JobAttempt> history(UUID id) {
        return sql.fetch("select * from cs_core.job_attempt where job_id = ? order by attempt desc limit 100", id)
                .map(row -> new JobAttempt(
                        row.get("attempt", Integer.class),
                        row.get("node", String.class),
                        row.get("started_at", OffsetDateTime.class).toInstant(),
                        instant(row, "ended_at"),
                        row.get("outcome", String.class),
                        text(row, "error")));
    }

    public List<JobLine> log(UUID id, int after, int most) {
        return sql.fetch(
                        "select * from cs_core.job_log where job_id = ? and line > ? order by line limit ?",
                        id,
                        after,
                        most)
                .map(row -> new JobLine(
                        row.get("line", Integer.class),
                        row.get("attempt", Integer.class),
                        row.get("at", OffsetDateTime.class).toInstant(),
                        Text.of(row.get("text_zh", String.class), row.get("text_en", String.class))));
    }

    /** How many jobs there are of each kind and state that still matters. */
    public Map<String, Map<String, Integer>> counts() {
        return sql.fetch("""
                        select kind, state, count(*)::int as n from cs_core.job
                        where state in ('queued', 'running', 'failed') group by kind, state
                        """).stream()
                .collect(Collectors.groupingBy(
                        row -> row.get("kind", String.class),
                        Collectors.toMap(row -> row.get("state", String.class), row -> row.get("n", Integer.class))));
    }

    private JobView view(Record row) {
        JobState state = JobState.ofWord(row.get("state", String.class));
        Optional<Integer> attempts = Optional.ofNullable(row.get("attempts", Integer.class));
        return new JobView(
                row.get("id", UUID.class),
                row.get("kind", String.class),
                Text.of(row.get("title_zh", String.class), row.get("title_en", String.class)),
                state,
                row.get("done", Long.class),
                row.get("total", Long.class),
                text(row, "message"),
                Optional.ofNullable(row.get("result", String.class)).map(json::readTree),
                row.get("started_by", UUID.class),
                Optional.ofNullable(row.get("starter", String.class)),
                row.get("started_at", OffsetDateTime.class).toInstant(),
                instant(row, "ended_at"),
                row.get("attempt", Integer.class),
                attempts,
                state == JobState.QUEUED ? instant(row, "next_at") : Optional.empty(),
                Optional.ofNullable(row.get("node", String.class)),
                text(row, "error"),
                Optional.ofNullable(row.get("schedule", String.class)),
                attempts.isPresent() && BADLY_ENDED.contains(state));
    }

    private static Optional<Instant> instant(Record row, String column) {
        return Optional.ofNullable(row.get(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static Optional<Text> text(Record row, String prefix) {
        return Optional.ofNullable(row.get(prefix + "_zh", String.class))
                .map(zh -> Text.of(zh, row.get(prefix + "_en", String.class)));
    }

    /** One try of a job: {@code lost} when its node died, {@code released} when it was stopped in good order. */
    public record JobAttempt(
            int attempt,
            String node,
            Instant startedAt,
            Optional<Instant> endedAt,
            String outcome,
            Optional<Text> error) {}

    /** What a job told. */
    public record JobLine(int line, int attempt, Instant at, Text text) {}
}
