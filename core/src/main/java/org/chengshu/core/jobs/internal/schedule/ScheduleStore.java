package org.chengshu.core.jobs.internal.schedule;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.chengshu.core.settings.CitySettings;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

@Component
final class ScheduleStore {
    private static final int LONGEST_ERROR = 500;

    private final DSLContext sql;
    private final ZoneId zone;
    private final Clock clock;

    ScheduleStore(DSLContext sql, CitySettings settings, Clock clock) {
        this.sql = sql;
        this.zone = settings.zone();
        this.clock = clock;
    }

    boolean paused(String name) {
        return sql.fetchOptional("select 1 from cs_core.schedule where name = ? and paused_at is not null", name)
                .isPresent();
    }

    void pause(String name, String who) {
        sql.execute("""
                insert into cs_core.schedule as s (name, paused_at, paused_by) values (?, ?::timestamptz, ?)
                on conflict (name) do update set paused_at = coalesce(s.paused_at, excluded.paused_at),
                    paused_by = coalesce(s.paused_by, excluded.paused_by)
                """, name, clock.instant(), who);
    }

    void resume(String name) {
        sql.execute("update cs_core.schedule set paused_at = null, paused_by = null where name = ?", name);
    }

    void failed(String name, String error) {
        sql.execute("""
                insert into cs_core.schedule (name, last_error) values (?, ?)
                on conflict (name) do update set last_error = excluded.last_error
                """, name, error.substring(0, Math.min(error.length(), LONGEST_ERROR)));
    }

    Map<String, Record> rows() {
        return sql.fetch("""
                        select t.task_name as name, t.execution_time, t.picked, t.picked_by, t.last_success, t.last_failure,
                               t.consecutive_failures, s.paused_at, s.paused_by, s.last_error
                        from cs_core.scheduled_task t left join cs_core.schedule s on s.name = t.task_name
                        """).intoMap(row -> row.get("name", String.class), row -> row);
    }

    ScheduleView view(Declared declared, Optional<Record> row) {
        Optional<Instant> pausedAt = row.flatMap(found -> instant(found, "paused_at"));
        return new ScheduleView(
                declared.name(),
                declared.title(),
                declared.timing(),
                zone,
                declared.kind(),
                row.filter(any -> pausedAt.isEmpty()).flatMap(found -> instant(found, "execution_time")),
                row.map(found -> found.get("picked", Boolean.class)).orElse(false),
                row.map(found -> found.get("picked_by", String.class)),
                row.flatMap(found -> instant(found, "last_success")),
                row.flatMap(found -> instant(found, "last_failure")),
                row.map(found -> found.get("consecutive_failures", Integer.class))
                        .orElse(0),
                row.map(found -> found.get("last_error", String.class)),
                pausedAt.isPresent(),
                row.map(found -> found.get("paused_by", String.class)),
                pausedAt);
    }

    private static Optional<Instant> instant(Record row, String column) {
        return Optional.ofNullable(row.get(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
