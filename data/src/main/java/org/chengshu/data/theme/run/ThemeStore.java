package org.chengshu.data.theme.run;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.chengshu.core.packs.ItemChange;
import org.chengshu.data.theme.model.Theme;
import org.chengshu.data.theme.model.ThemeJson;
import org.chengshu.kernel.Text;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Themes and how they stand. */
@Component
public class ThemeStore {
    private final DSLContext sql;
    private final JsonMapper mapper;
    private final Clock clock;

    ThemeStore(DSLContext sql, JsonMapper mapper, Clock clock) {
        this.sql = sql;
        this.mapper = mapper;
        this.clock = clock;
    }

    /** A theme as it is held. */
    public record Held(
            String id,
            String pack,
            Theme theme,
            int version,
            ThemeState state,
            Optional<Text> reason,
            Optional<Instant> staleSince,
            Optional<Instant> ranAt,
            Optional<Instant> nextAt,
            Instant changedAt) {}

    List<Held> list() {
        return sql.fetch("select *, definition::text as json from cs_data.theme order by id")
                .map(this::held);
    }

    Optional<Held> find(String id) {
        return sql.fetchOptional("select *, definition::text as json from cs_data.theme where id = ?", id)
                .map(this::held);
    }

    /** Whether something changed. */
    boolean put(String id, String pack, JsonNode json) {
        Optional<String> before = sql.fetchOptional(
                        "select definition::text from cs_data.theme where id = ? and pack_id = ? for update", id, pack)
                .map(row -> row.get(0, String.class));
        if (before.map(text -> ItemChange.same(mapper.readTree(text), json)).orElse(false)) {
            return false;
        }
        sql.execute("""
                insert into cs_data.theme (id, pack_id, definition, version, state, changed_at)
                values (?, ?, cast(? as jsonb), 1, 'waiting', cast(? as timestamptz))
                on conflict (id) do update set pack_id = excluded.pack_id, definition = excluded.definition,
                    version = theme.version + 1, changed_at = excluded.changed_at, next_at = null
                """, id, pack, mapper.writeValueAsString(json), now());
        return true;
    }

    void delete(String id) {
        sql.execute("delete from cs_data.theme where id = ?", id);
    }

    void state(String id, ThemeState state, Optional<Text> reason) {
        sql.execute(
                """
                update cs_data.theme set state = ?, reason_zh = ?, reason_en = ?, ran_at = cast(? as timestamptz),
                    stale_since = case when ? then null else coalesce(stale_since, cast(? as timestamptz)) end
                where id = ?
                """,
                state.word(),
                reason.map(Text::zh).orElse(null),
                reason.map(Text::en).orElse(null),
                now(),
                state == ThemeState.FRESH,
                now(),
                id);
    }

    /** Whether this call moved it: of several nodes one queues what is due. */
    boolean next(String id, Optional<Instant> before, Instant at) {
        OffsetDateTime was = before.map(time -> time.atOffset(ZoneOffset.UTC)).orElse(null);
        return sql.execute("""
                        update cs_data.theme set next_at = cast(? as timestamptz)
                        where id = ? and next_at is not distinct from cast(? as timestamptz)
                        """, at.atOffset(ZoneOffset.UTC), id, was) == 1;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private Held held(Record row) {
        return new Held(
                row.get("id", String.class),
                row.get("pack_id", String.class),
                ThemeJson.read(mapper.readTree(row.get("json", String.class))),
                row.get("version", Integer.class),
                ThemeState.ofWord(row.get("state", String.class)),
                Optional.ofNullable(row.get("reason_zh", String.class))
                        .map(zh -> Text.of(zh, row.get("reason_en", String.class))),
                time(row, "stale_since"),
                time(row, "ran_at"),
                time(row, "next_at"),
                time(row, "changed_at").orElseThrow());
    }

    static Optional<Instant> time(Record row, String column) {
        return Optional.ofNullable(row.get(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
