package org.chengshu.cases.clock;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.chengshu.cases.CaseId;
import org.chengshu.cases.calendar.WorkCalendars;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/**
 * Keeps what a case's history says of its clocks where lists and sweeps find it. Every change of a case replays its whole
 * history, so what is kept never differs from it. To be called with the case's row locked.
 */
@Component
public final class ClockKeeper {
    private final ClockHistory history;
    private final ClockRows rows;
    private final ClockNotices told;
    private final WorkCalendars calendars;
    private final Clock clock;

    ClockKeeper(ClockHistory history, ClockRows rows, ClockNotices told, WorkCalendars calendars, Clock clock) {
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

    /** Replays the case, keeps its clocks, and answers what the case's own row has to say of them. */
    public Map<Field<?>, Object> keep(CaseId id, boolean historical) {
        CaseClocks clocks = replay(id);
        rows.replace(id, clocks, historical ? ClockNotices.Levels.ALL : told.of(id));
        return columns(clocks);
    }

    /** As {@link #keep} for a case that had no clocks: of what has passed by now nobody is told any more. */
    public Map<Field<?>, Object> keepQuietly(CaseId id, boolean historical) {
        Instant now = clock.instant();
        replay(id).clocks().forEach(one -> told.passOver(id, one, now));
        return keep(id, historical);
    }

    private Map<Field<?>, Object> columns(CaseClocks clocks) {
        Optional<StageClock> current = clocks.current().filter(StageClock::running);
        Map<Field<?>, Object> sets = new HashMap<>();
        sets.put(time("soon"), utc(current.flatMap(StageClock::yellowAt)));
        sets.put(time("due"), utc(current.flatMap(StageClock::due)));
        sets.put(time("clock_yellow"), utc(clocks.first(StageClock::yellowAt)));
        sets.put(time("clock_red"), utc(clocks.first(StageClock::redAt)));
        sets.put(time("clock_due"), utc(clocks.first(StageClock::due)));
        sets.put(
                DSL.field(DSL.name("clock_held"), SQLDataType.CLOB),
                clocks.suspendedSince()
                        .flatMap(clocks::colour)
                        .map(ClockColour::word)
                        .orElse(null));
        sets.put(time("suspended_since"), utc(clocks.suspendedSince()));
        sets.put(time("clocked_at"), utc(Optional.of(clock.instant())));
        return sets;
    }

    private static Field<OffsetDateTime> time(String name) {
        return DSL.field(DSL.name(name), SQLDataType.TIMESTAMPWITHTIMEZONE);
    }

    static OffsetDateTime utc(Optional<Instant> time) {
        return time.map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null);
    }
}
