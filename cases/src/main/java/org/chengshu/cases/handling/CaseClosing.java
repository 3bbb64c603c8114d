package org.chengshu.cases.handling;

import static org.chengshu.cases.handling.CaseTable.*;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.cases.kinds.CaseKind;
import org.chengshu.flow.CityCase;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Ids;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Component;

/** Closes cases and takes them up again. Every closure leaves a row that says who or what closed it, and why. */
@Component
public final class CaseClosing {
    /** Knows of something without which a case in verification must not be closed as put right. */
    @FunctionalInterface
    public interface Guard {
        /** Why this locked case cannot be closed yet. */
        Optional<Fault> objection(CaseFile file, CaseKind kind);
    }

    private final DSLContext db;
    private final CaseMover mover;
    private final CaseHerald herald;
    private final Clock clock;

    CaseClosing(DSLContext db, CaseMover mover, CaseHerald herald, Clock clock) {
        this.db = db;
        this.mover = mover;
        this.herald = herald;
        this.clock = clock;
    }

    /** Closes a locked case; the evidence is there when the sensor closes it. */
    public CaseFile close(CaseFile file, CaseKind kind, Timeline.Deed deed, Optional<UUID> evidence) {
        return close(file, kind, deed, by(deed.actor()), evidence);
    }

    private CaseFile close(CaseFile file, CaseKind kind, Timeline.Deed deed, String by, Optional<UUID> evidence) {
        Map<Field<?>, Object> sets = new HashMap<>();
        sets.put(CLOSED_AT, utc(deed.at()));
        sets.put(CLOSED_BY, by);
        CaseFile closed = mover.move(file, kind, CityCase.CLOSE, sets, deed);
        herald.closed(closed, record(file, by, deed, evidence));
        return closed;
    }

    /** Closes a locked case because a run of its finding's rule passed; the run is the evidence. */
    public CaseFile closeByRun(CaseFile file, CaseKind kind, Timeline.Deed deed, UUID run) {
        CaseFile closed = close(file, kind, deed, Optional.empty());
        db.execute("""
                update cs_cases.closure set run_id = ?
                where id = (select id from cs_cases.closure where case_id = ? order by id desc limit 1)
                """, run, file.id().value());
        return closed;
    }

    /** Closes a locked case because the people who looked, or whoever reported it, found it put right. */
    public CaseFile closeByCheck(CaseFile file, CaseKind kind, Timeline.Deed deed, UUID check) {
        CaseFile closed = close(file, kind, deed, "check", Optional.empty());
        db.execute("""
                update cs_cases.closure set check_id = ?
                where id = (select id from cs_cases.closure where case_id = ? order by id desc limit 1)
                """, check, file.id().value());
        return closed;
    }

    /** Takes a locked, closed case up again: same case, back to work. */
    public CaseFile reopen(CaseFile file, CaseKind kind, Timeline.Deed deed) {
        CaseFile back = mover.backToWork(mover.counted(file), kind, deed);
        herald.reopened(back, deed.at());
        return back;
    }

    private static String by(Actor actor) {
        return switch (actor.kind()) {
            case SENSOR -> "sensor";
            case RUN -> "run";
            case PERSON, PLATFORM -> "officer";
        };
    }

    private UUID record(CaseFile file, String by, Timeline.Deed deed, Optional<UUID> evidence) {
        Instant now = clock.instant();
        UUID id = Ids.at(now);
        db.execute(
                """
                insert into cs_cases.closure (
                    id, case_id, closed_at, recorded_at, closed_by, person_id, person, override, reason, evidence_id)
                values (?, ?, cast(? as timestamptz), cast(? as timestamptz), ?, cast(? as uuid), ?, ?, ?,
                        cast(? as uuid))
                """,
                id,
                file.id().value(),
                deed.at(),
                now,
                by,
                deed.actor().personId().orElse(null),
                deed.actor().person().orElse(null),
                deed.action() == CaseAction.OVERRIDE_CLOSE,
                deed.note().orElse(null),
                evidence.orElse(null));
        return id;
    }
}
