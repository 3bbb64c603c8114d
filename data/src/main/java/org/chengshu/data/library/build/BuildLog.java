package org.chengshu.data.library.build;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What builds there were and what each came to. */
@Component("libraryBuildLog")
public class BuildLog {
    private final DSLContext sql;
    private final JsonMapper json;
    private final Clock clock;

    BuildLog(DSLContext sql, JsonMapper json, Clock clock) {
        this.sql = sql;
        this.json = json;
        this.clock = clock;
    }

    /**
     * One build. Its counters add up: {@code rows = members + refused} over all sources, {@code members = records + joins}.
     *
     * @param kind {@code whole} or {@code changes}
     * @param state {@code running}, {@code done}, {@code failed} or {@code cancelled}
     */
    public record Entry(
            long id,
            String kind,
            String state,
            Optional<UUID> job,
            Instant startedAt,
            Optional<Instant> endedAt,
            JsonNode counts,
            JsonNode notes) {}

    long begin(int library, String kind, Optional<UUID> job) {
        return sql.fetchSingle("""
                        insert into cs_data.library_build (library, kind, state, job, started_at)
                        values (?, ?, 'running', ?::uuid, ?::timestamptz) returning id""", library, kind, job.orElse(null), now()).get(0, Long.class);
    }

    void end(long build, String state, Map<String, Object> counts, List<?> notes) {
        sql.execute("""
                update cs_data.library_build set state = ?, ended_at = ?::timestamptz, counts = ?::jsonb, notes = ?::jsonb
                where id = ?""", state, now(), json.writeValueAsString(counts), json.writeValueAsString(notes), build);
    }

    /** Newest first, older than {@code before}. */
    public List<Entry> list(int library, long before, int limit) {
        return sql.fetch(
                        "select * from cs_data.library_build where library = ? and id < ? order by id desc limit ?",
                        library,
                        before,
                        limit)
                .map(this::entry);
    }

    private Entry entry(Record row) {
        return new Entry(
                row.get("id", Long.class),
                row.get("kind", String.class),
                row.get("state", String.class),
                Optional.ofNullable(row.get("job", UUID.class)),
                row.get("started_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.get("ended_at", OffsetDateTime.class)).map(OffsetDateTime::toInstant),
                json.readTree(row.get("counts", String.class)),
                json.readTree(row.get("notes", String.class)));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
