package org.chengshu.cases.clock;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.chengshu.cases.CaseId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Of which colours of which clock somebody was told; each once for every deadline that the clock has had. */
@Component
public final class ClockNotices {
    private final DSLContext db;
    private final Clock clock;

    ClockNotices(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** What of a case was told. */
    interface Levels {
        /** Where nobody is told of anything. */
        Levels ALL = (_, _) -> true;

        boolean told(StageClock clock, ClockColour colour);
    }

    Levels of(CaseId id) {
        Set<String> keys = new HashSet<>();
        db.fetch("select clock, extensions, colour from cs_cases.clock_notice where case_id = ?", id.value())
                .forEach(row -> keys.add(row.get("clock", String.class) + "/" + row.get("extensions", Integer.class)
                        + "/" + row.get("colour", String.class)));
        return (of, colour) -> keys.contains(of.name() + "/" + of.extensions() + "/" + colour.word());
    }

    /** Notes that the colour is told now, and those below it with it; empty when it was told before. */
    public Optional<ClockColour> tell(CaseId id, StageClock of, ClockColour colour) {
        boolean first = false;
        for (ClockColour one : ClockColour.values()) {
            if (one != ClockColour.GREEN && one.compareTo(colour) <= 0) {
                first = put(id, of, one, one == colour);
            }
        }
        return first ? Optional.of(colour) : Optional.empty();
    }

    void passOver(CaseId id, StageClock of, Instant now) {
        of.colour(now).ifPresent(colour -> {
            for (ClockColour one : ClockColour.values()) {
                if (one != ClockColour.GREEN && one.compareTo(colour) <= 0) {
                    put(id, of, one, false);
                }
            }
        });
    }

    private boolean put(CaseId id, StageClock of, ClockColour colour, boolean told) {
        return db.execute(
                        """
                        insert into cs_cases.clock_notice (case_id, clock, extensions, colour, at, told)
                        values (?, ?, ?, ?, cast(? as timestamptz), ?)
                        on conflict do nothing
                        """,
                        id.value(),
                        of.name(),
                        of.extensions(),
                        colour.name().toLowerCase(Locale.ROOT),
                        clock.instant(),
                        told)
                > 0;
    }
}
