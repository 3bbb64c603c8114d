package org.chengshu.cases.clock;

import static org.chengshu.cases.clock.ClockKeeper.utc;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.chengshu.cases.CaseId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The kept clocks and requests of cases. */
@Component
final class ClockRows {
    private final DSLContext db;

    ClockRows(DSLContext db) {
        this.db = db;
    }

    void replace(CaseId id, CaseClocks clocks, ClockNotices.Levels told) {
        db.execute("delete from cs_cases.clock where case_id = ?", id.value());
        clocks.clocks().forEach(clock -> insert(id, clock, told));
        clocks.requests().forEach(request -> insert(id, request));
    }

    private void insert(CaseId id, StageClock clock, ClockNotices.Levels told) {
        Instant stopped = clock.stoodSince().orElse(Instant.MAX);
        Duration used = clock.used(clock.running() ? clock.work().start() : stopped);
        db.execute(
                """
                insert into cs_cases.clock (
                    case_id, clock, state, entries, started_at, stopped_at, working, allowed_s, extended_s, extensions,
                    used_s, yellow_at, red_at, due_at, on_time, next_at)
                values (?, ?, ?, ?, cast(? as timestamptz), cast(? as timestamptz), ?, cast(? as bigint), ?, ?,
                        ?, cast(? as timestamptz), cast(? as timestamptz), cast(? as timestamptz), cast(? as boolean),
                        cast(? as timestamptz))
                """,
                id.value(),
                clock.name(),
                state(clock),
                clock.entries(),
                clock.work().start(),
                utc(clock.stoodSince()),
                clock.terms().working(),
                clock.terms().allowed().map(Duration::toSeconds).orElse(null),
                clock.extended().toSeconds(),
                clock.extensions(),
                used.toSeconds(),
                utc(clock.yellowAt()),
                utc(clock.redAt()),
                utc(clock.due()),
                clock.onTime().orElse(null),
                utc(next(clock, told)));
    }

    private static String state(StageClock clock) {
        if (!clock.inside()) {
            return "ended";
        }
        return clock.running() ? "running" : "suspended";
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
