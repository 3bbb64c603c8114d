package org.chengshu.cases.handling;

import static org.chengshu.cases.handling.CaseTable.*;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.chengshu.cases.CaseId;
import org.chengshu.cases.kinds.CaseKind;
import org.chengshu.cases.kinds.CheckPlan;
import org.chengshu.flow.CityCase;
import org.chengshu.kernel.Ids;
import org.jooq.Field;
import org.springframework.stereotype.Component;

/** Opens cases and lets them pass the early stages that their kind leaves to the platform. */
@Component
public final class CaseOpening {
    private static final String ALARM = "alarm";
    private static final String FINDING = "finding";

    private final CaseStore store;
    private final CaseNumbers numbers;
    private final CaseMover mover;
    private final CaseHerald herald;
    private final Clock clock;

    CaseOpening(CaseStore store, CaseNumbers numbers, CaseMover mover, CaseHerald herald, Clock clock) {
        this.store = store;
        this.numbers = numbers;
        this.mover = mover;
        this.herald = herald;
        this.clock = clock;
    }

    /**
     * A number for {@link #open}, taken before its transaction, so that whoever opens another case need not wait for the end of
     * this one; it stays unused when the case is not opened.
     */
    public String number(Instant openedAt) {
        return numbers.next(openedAt);
    }

    public CaseFile open(NewCase fresh, Timeline.Deed deed) {
        Instant now = clock.instant();
        CaseId id = new CaseId(Ids.at(now));
        store.insert(columns(fresh, id, now));
        CaseFile file = store.lock(id);
        herald.opened(file);
        CaseFile reported = mover.move(file, fresh.kind(), fresh.kind().after(CityCase.REPORT), Map.of(), deed);
        return mover.advance(reported, fresh.kind(), deed.at(), fresh.department());
    }

    private Map<Field<?>, Object> columns(NewCase fresh, CaseId id, Instant now) {
        Map<Field<?>, Object> sets = new HashMap<>();
        sets.put(ID, id.value());
        sets.put(NUMBER, fresh.number().orElseGet(() -> numbers.next(fresh.openedAt())));
        sets.put(KIND, fresh.kind().id());
        sets.put(TITLE_ZH, fresh.title().zh());
        sets.put(TITLE_EN, fresh.title().en());
        sets.put(DESCRIPTION, fresh.description().orElse(null));
        sets.put(STAGE, CityCase.REPORT.name());
        sets.put(SEVERITY, fresh.severity().level());
        String source = source(fresh);
        sets.put(SOURCE, source);
        sets.put(VERIFIED_BY, verifiedBy(fresh, source));
        putSubject(fresh, sets);
        sets.put(AREA_PATH, fresh.areaPath());
        fresh.position().ifPresent(position -> {
            sets.put(LONGITUDE, position.longitude());
            sets.put(LATITUDE, position.latitude());
        });
        fresh.reporterId().ifPresent(reporter -> sets.put(REPORTER_ID, reporter));
        fresh.reporter().ifPresent(reporter -> sets.put(REPORTER, reporter));
        sets.put(REPORTED_AT, utc(fresh.openedAt()));
        sets.put(OPENED_AT, utc(fresh.openedAt()));
        sets.put(STAGE_SINCE, utc(fresh.openedAt()));
        sets.put(RECORDED_AT, utc(now));
        sets.put(HISTORICAL, fresh.historical());
        sets.put(CATEGORY, fresh.category().orElse(null));
        return sets;
    }

    private static String source(NewCase fresh) {
        return fresh.subject()
                .map(subject -> subject.kind().equals(FINDING) ? FINDING : ALARM)
                .orElse("person");
    }

    private static String verifiedBy(NewCase fresh, String source) {
        if (source.equals(FINDING)) {
            return "run";
        }
        if (source.equals(ALARM) && fresh.kind().verifiedBySensor()) {
            return "sensor";
        }
        return verifiedBy(fresh.kind());
    }

    /** Who verifies a case of people. */
    static String verifiedBy(CaseKind kind) {
        CheckPlan checks = kind.checks();
        return checks.officer() || checks.ways().isEmpty() ? "officer" : "check";
    }

    private static void putSubject(NewCase fresh, Map<Field<?>, Object> sets) {
        fresh.rule().ifPresent(rule -> sets.put(RULE, rule));
        fresh.subject().ifPresent(subject -> {
            sets.put(SUBJECT_KIND, subject.kind());
            sets.put(SUBJECT, subject.id());
            sets.put(SUBJECT_ZH, subject.title().zh());
            sets.put(SUBJECT_EN, subject.title().en());
        });
    }
}
