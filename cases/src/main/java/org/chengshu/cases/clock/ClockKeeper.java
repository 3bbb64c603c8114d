package org.chengshu.cases.clock;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.chengshu.cases.CaseId;
import org.chengshu.cases.calendar.WorkCalendars;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * Keeps what a case's history says of its clocks where lists and sweeps find it. Every change of a case replays its whole
 * history, so what is kept never differs from it. To be called with the case's row locked.
 */
@Component
public final class ClockKeeper {
    private final DSLContext db;
    private final ClockHistory history;
    private final ClockRows rows;
    private final ClockNotices told;
    private final WorkCalendars calendars;
    private final Clock clock;

    ClockKeeper(
            DSLContext db,
            ClockHistory history,
            ClockRows rows,
            ClockNotices told,
            WorkCalendars calendars,
            Clock clock) {
        this.db = db;
        this.history = history;
        this.rows = rows;
        this.told = told;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** What the history says now. */
    public CaseClocks replay(CaseId id) {
        return ClockReplay.of(history.of(id), (calendar, at) -> at.map(time -> calendars.at(calendar, time))
                .orElseGet(() -> calendars.now(calendar)));
    }

    /** Replays the case and keeps the outcome. */
    public CaseClocks keep(CaseId id, boolean historical) {
        CaseClocks clocks = replay(id);
        put(id, clocks, historical);
        return clocks;
    }

    /** As {@link #keep} for a case that had no clocks: of what has passed by now nobody is told any more. */
    public void keepQuietly(CaseId id, boolean historical) {
        CaseClocks clocks = replay(id);
        Instant now = clock.instant();
        clocks.clocks().forEach(one -> told.passOver(id, one, now));
        put(id, clocks, historical);
    }

    private void put(CaseId id, CaseClocks clocks, boolean historical) {
        rows.replace(id, clocks, historical ? ClockNotices.Levels.ALL : told.of(id));
        Optional<StageClock> current = clocks.current().filter(StageClock::running);
        db.execute(
                """
                update cs_cases.case_file
                   set soon = cast(? as timestamptz), due = cast(? as timestamptz),
                       clock_yellow = cast(? as timestamptz), clock_red = cast(? as timestamptz),
                       clock_due = cast(? as timestamptz), clock_held = ?,
                       suspended_since = cast(? as timestamptz), clocked_at = cast(? as timestamptz)
                 where id = ?
                """,
                utc(current.flatMap(StageClock::yellowAt)),
                utc(current.flatMap(StageClock::due)),
                utc(clocks.first(StageClock::yellowAt)),
                utc(clocks.first(StageClock::redAt)),
                utc(clocks.first(StageClock::due)),
                clocks.suspendedSince()
                        .flatMap(clocks::colour)
                        .map(ClockColour::word)
                        .orElse(null),
                utc(clocks.suspendedSince()),
                utc(Optional.of(clock.instant())),
                id.value());
    }

    static OffsetDateTime utc(Optional<Instant> time) {
        return time.map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null);
    }
}
