package org.chengshu.cases.handling;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.chengshu.cases.CaseId;
import org.chengshu.cases.clock.ClockHistory;
import org.chengshu.cases.clock.ClockTerms;
import org.chengshu.flow.Stage;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What happened to a case, in the order in which it was recorded; lines are only ever added. */
@Component
public final class Timeline {
    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

    private final DSLContext db;
    private final JsonMapper json;
    private final Clock clock;

    Timeline(DSLContext db, JsonMapper json, Clock clock) {
        this.db = db;
        this.json = json;
        this.clock = clock;
    }

    void add(CaseId id, Stage from, Stage to, Deed deed, Map<String, ClockTerms> terms) {
        db.execute(
                """
                insert into cs_cases.step (
                    case_id, at, recorded_at, actor, person_id, person, action, from_stage, to_stage, note, step_values,
                    terms)
                values (?, cast(? as timestamptz), cast(? as timestamptz), ?, cast(? as uuid), ?, ?, ?, ?, ?,
                        cast(? as jsonb), cast(? as jsonb))
                """,
                id.value(),
                deed.at(),
                clock.instant(),
                deed.actor().kind().word(),
                deed.actor().personId().orElse(null),
                deed.actor().person().orElse(null),
                deed.action().word(),
                from.name(),
                to.name(),
                deed.note().orElse(null),
                json.writeValueAsString(deed.values()),
                terms.isEmpty() ? null : ClockHistory.write(terms, json));
    }

    /** The people who have done one of these to the case. */
    public Set<UUID> peopleWho(CaseId id, CaseAction... actions) {
        List<String> words = Stream.of(actions).map(CaseAction::word).toList();
        return Set.copyOf(
                db.fetch("""
                        select distinct person_id from cs_cases.step
                         where case_id = ? and person_id is not null and action = any (?)
                        """, id.value(), words.toArray(String[]::new)).getValues("person_id", UUID.class));
    }

    /** How often the case has changed: its version. */
    public long version(CaseId id) {
        return db.fetchSingle("select count(*) from cs_cases.step where case_id = ?", id.value())
                .get(0, Long.class);
    }

    public List<CaseStep> list(CaseId id) {
        return db.fetch("select * from cs_cases.step where case_id = ? order by seq", id.value())
                .map(this::step);
    }

    private CaseStep step(Record row) {
        return new CaseStep(
                row.get("at", OffsetDateTime.class).toInstant(),
                row.get("actor", String.class),
                maybe(row, "person"),
                row.get("action", String.class),
                maybe(row, "from_stage"),
                maybe(row, "to_stage"),
                maybe(row, "note"),
                json.readValue(row.get("step_values", JSONB.class).data(), MAP));
    }

    private static Optional<String> maybe(Record row, String name) {
        return Optional.ofNullable(row.get(name, String.class));
    }

    /** Something done to a case: the action, by whom, when, with what words and figures. */
    public record Deed(CaseAction action, Actor actor, Instant at, Optional<String> note, Map<String, Object> values) {
        public Deed {
            values = Map.copyOf(values);
        }

        public static Deed of(CaseAction action, Actor actor, Instant at) {
            return new Deed(action, actor, at, Optional.empty(), Map.of());
        }

        public Deed with(Map<String, Object> more) {
            return new Deed(action, actor, at, note, more);
        }

        public Deed noting(Optional<String> words) {
            return new Deed(action, actor, at, words, values);
        }
    }
}
