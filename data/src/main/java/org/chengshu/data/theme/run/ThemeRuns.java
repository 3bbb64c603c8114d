package org.chengshu.data.theme.run;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.chengshu.kernel.Text;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The history of themes' runs. */
@Component
public class ThemeRuns {
    private static final int KEPT_DAYS = 400;

    private final DSLContext sql;
    private final JsonMapper mapper;

    ThemeRuns(DSLContext sql, JsonMapper mapper) {
        this.sql = sql;
        this.mapper = mapper;
    }

    /** Newest first, before a time when one is given. */
    public List<ThemeRun> list(String theme, Optional<Instant> before, int most) {
        return sql.fetch(
                        """
                        select *, inputs::text as input_json from cs_data.theme_run
                        where theme = ? and (cast(? as timestamptz) is null or started_at < cast(? as timestamptz))
                        order by started_at desc, id limit ?
                        """,
                        theme,
                        before.map(time -> time.atOffset(ZoneOffset.UTC)).orElse(null),
                        before.map(time -> time.atOffset(ZoneOffset.UTC)).orElse(null),
                        most)
                .map(this::run);
    }

    /** The last run of this version that brought the rows to what the inputs were then. */
    Optional<ThemeRun> lastGood(String theme, int version) {
        return sql.fetchOptional("""
                        select *, inputs::text as input_json from cs_data.theme_run
                        where theme = ? and version = ? and state in ('done', 'unchanged')
                        order by started_at desc limit 1
                        """, theme, version).map(this::run);
    }

    void save(ThemeRun run) {
        sql.execute(
                """
                insert into cs_data.theme_run (id, theme, version, cause, state, periods, inputs, rows_written, rows_total,
                    revision, reason_zh, reason_en, started_at, ended_at)
                values (?, ?, ?, ?, ?, cast(? as integer), cast(? as jsonb), ?, ?, cast(? as integer), ?, ?,
                    cast(? as timestamptz), cast(? as timestamptz))
                on conflict (id) do update set state = excluded.state, periods = excluded.periods, inputs = excluded.inputs,
                    rows_written = excluded.rows_written, rows_total = excluded.rows_total, revision = excluded.revision,
                    reason_zh = excluded.reason_zh, reason_en = excluded.reason_en, ended_at = excluded.ended_at
                """,
                run.id(),
                run.theme(),
                run.version(),
                run.cause(),
                run.state().word(),
                run.periods().orElse(null),
                mapper.writeValueAsString(run.inputs()),
                run.written(),
                run.total(),
                run.revision().orElse(null),
                run.reason().map(Text::zh).orElse(null),
                run.reason().map(Text::en).orElse(null),
                run.startedAt().atOffset(ZoneOffset.UTC),
                run.endedAt().map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null));
    }

    /** One runs at a time, so what still seems to run went down with its node. */
    void abandon(String theme, Instant at) {
        sql.execute("""
                update cs_data.theme_run set state = 'failed', reason_zh = '运行它的节点停止了',
                    reason_en = 'the node that ran it went away', ended_at = cast(? as timestamptz)
                where theme = ? and state = 'running'
                """, at.atOffset(ZoneOffset.UTC), theme);
    }

    void purge() {
        sql.execute("delete from cs_data.theme_run where started_at < now() - make_interval(days => ?)", KEPT_DAYS);
    }

    private ThemeRun run(Record row) {
        Map<String, Integer> inputs = new TreeMap<>();
        JsonNode json = mapper.readTree(row.get("input_json", String.class));
        json.propertyStream()
                .forEach(entry -> inputs.put(entry.getKey(), entry.getValue().asInt()));
        return new ThemeRun(
                row.get("id", UUID.class),
                row.get("theme", String.class),
                row.get("version", Integer.class),
                row.get("cause", String.class),
                RunState.ofWord(row.get("state", String.class)),
                Optional.ofNullable(row.get("periods", Integer.class)),
                inputs,
                row.get("rows_written", Long.class),
                row.get("rows_total", Long.class),
                Optional.ofNullable(row.get("revision", Integer.class)),
                Optional.ofNullable(row.get("reason_zh", String.class))
                        .map(zh -> Text.of(zh, row.get("reason_en", String.class))),
                ThemeStore.time(row, "started_at").orElseThrow(),
                ThemeStore.time(row, "ended_at"));
    }
}
