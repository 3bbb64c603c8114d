package org.chengshu.cases.clock;

import static org.chengshu.cases.clock.ClockKeeper.utc;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.chengshu.cases.CaseId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The kept clocks and requests of cases. */
@Component
final class ClockRows {
    private static final String REPLACE = """
            insert into cs_cases.clock (
                case_id, clock, state, entries, started_at, stopped_at, working, allowed_s, extended_s, extensions,
                used_s, yellow_at, red_at, due_at, on_time, next_at)
            select cast(? as uuid), kept.* from jsonb_to_recordset(cast(? as jsonb)) as kept (
                clock text, state text, entries integer, started_at timestamptz, stopped_at timestamptz,
                working boolean, allowed_s bigint, extended_s bigint, extensions integer, used_s bigint,
                yellow_at timestamptz, red_at timestamptz, due_at timestamptz, on_time boolean, next_at timestamptz)
            on conflict (case_id, clock) do update
            set state = excluded.state, entries = excluded.entries, started_at = excluded.started_at,
                stopped_at = excluded.stopped_at, working = excluded.working, allowed_s = excluded.allowed_s,
                extended_s = excluded.extended_s, extensions = excluded.extensions, used_s = excluded.used_s,
                yellow_at = excluded.yellow_at, red_at = excluded.red_at, due_at = excluded.due_at,
                on_time = excluded.on_time, next_at = excluded.next_at
            """;

    private final DSLContext db;
    private final JsonMapper json;

    ClockRows(DSLContext db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    // Named as the columns are.
    private record Kept(
            String clock,
            String state,
            int entries,
            Instant started_at,
            Optional<Instant> stopped_at,
            boolean working,
            Optional<Long> allowed_s,
            long extended_s,
            int extensions,
            long used_s,
            Optional<Instant> yellow_at,
            Optional<Instant> red_at,
            Optional<Instant> due_at,
            Optional<Boolean> on_time,
            Optional<Instant> next_at) {}

    // A history is only ever added to, so no clock of it goes away.
    void replace(CaseId id, CaseClocks clocks, ClockNotices.Levels told) {
        List<Kept> kept =
                clocks.clocks().stream().map(clock -> kept(clock, told)).toList();
        db.execute(REPLACE, id.value(), json.writeValueAsString(kept));
        clocks.requests().forEach(request -> insert(id, request));
    }

    private static Kept kept(StageClock clock, ClockNotices.Levels told) {
        Instant stopped = clock.stoodSince().orElse(Instant.MAX);
        Duration used = clock.used(clock.running() ? clock.work().start() : stopped);
        return new Kept(
                clock.name(),
                clock.state(),
                clock.entries(),
                clock.work().start(),
                clock.stoodSince(),
                clock.terms().working(),
                clock.terms().allowed().map(Duration::toSeconds),
                clock.extended().toSeconds(),
                clock.extensions(),
                used.toSeconds(),
                clock.yellowAt(),
                clock.redAt(),
                clock.due(),
                clock.onTime(),
                next(clock, told));
    }

    /** When it next shows a colour of which nobody has been told. */
    private static Optional<Instant> next(StageClock clock, ClockNotices.Levels told) {
        if (!clock.inside() || !clock.running()) {
            return Optional.empty();
        }
        return untold(clock, ClockColour.YELLOW, clock.yellowAt(), told)
                .or(() -> untold(clock, ClockColour.RED, clock.redAt(), told))
                // Being done at the very instant is in time.
                .or(() -> untold(clock, ClockColour.OVERDUE, clock.due().map(at -> at.plusMillis(1)), told));
    }

    private static Optional<Instant> untold(
            StageClock clock, ClockColour colour, Optional<Instant> at, ClockNotices.Levels told) {
        return told.told(clock, colour) ? Optional.empty() : at;
    }

    private void insert(CaseId id, ClockRequest request) {
        db.execute(
                """
                insert into cs_cases.clock_request (
                    case_id, seq, what, stage, asked_at, asked_by, reason, more, state, decided_at, decided_by, decision)
                values (?, ?, ?, ?, cast(? as timestamptz), ?, ?, ?, ?, cast(? as timestamptz), ?, ?)
                on conflict (case_id, seq) do update
                set state = excluded.state, decided_at = excluded.decided_at, decided_by = excluded.decided_by,
                    decision = excluded.decision
                """,
                id.value(),
                request.seq(),
                request.what().word(),
                request.stage(),
                utc(Optional.of(request.askedAt())),
                request.askedBy().orElse(null),
                request.reason().orElse(null),
                request.more().orElse(null),
                request.state().word(),
                utc(request.decidedAt()),
                request.decidedBy().orElse(null),
                request.decision().orElse(null));
    }
}
