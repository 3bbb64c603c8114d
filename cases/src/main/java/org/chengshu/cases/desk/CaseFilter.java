package org.chengshu.cases.desk;

import static org.chengshu.cases.handling.CaseTable.*;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.chengshu.cases.CaseError;
import org.chengshu.cases.handling.CaseRights;
import org.chengshu.cases.handling.WordPieces;
import org.chengshu.core.access.Scope;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.tree.Reach;
import org.chengshu.flow.CityCase;
import org.chengshu.kernel.Fault;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/** Which cases to list; what is absent does not narrow. {@code reach} is where rows of an area lie. */
record CaseFilter(
        Optional<String> stage,
        Optional<String> kind,
        Optional<Reach> reach,
        Optional<String> department,
        Optional<String> subject,
        Optional<UUID> alarm,
        boolean mine,
        Optional<StandingFilter> standing,
        Optional<ClockFilter> clock,
        Optional<Condition> category,
        Optional<Instant> from,
        Optional<Instant> to,
        Optional<String> q) {
    enum StandingFilter {
        ON_TIME,
        DUE_SOON,
        OVERDUE;

        static StandingFilter ofWord(String word) {
            return List.of(values()).stream()
                    .filter(standing -> standing.name()
                            .toLowerCase(Locale.ROOT)
                            .replace('_', '-')
                            .equals(word))
                    .findFirst()
                    .orElseThrow(() -> new Fault(
                            CaseError.CASE_FILTER_WRONG, "standing is on-time, due-soon or overdue, not " + word));
        }

        // The same cuts as a deadline makes: due itself is in time, soon itself is soon.
        Condition at(Instant now) {
            Condition overdue = DUE.lt(utc(now));
            Condition soon = SOON.le(utc(now));
            return OPEN.and(
                    switch (this) {
                        case OVERDUE -> overdue;
                        case DUE_SOON -> soon.and(DUE.ge(utc(now)));
                        case ON_TIME -> SOON.isNull().or(SOON.gt(utc(now)));
                    });
        }
    }

    /** By the worst of the clocks that run; what stands is {@code suspended} and nothing else. */
    enum ClockFilter {
        GREEN,
        YELLOW,
        RED,
        OVERDUE,
        SUSPENDED;

        static ClockFilter ofWord(String word) {
            return List.of(values()).stream()
                    .filter(colour -> colour.name().toLowerCase(Locale.ROOT).equals(word))
                    .findFirst()
                    .orElseThrow(() -> new Fault(
                            CaseError.CASE_FILTER_WRONG,
                            "clock is green, yellow, red, overdue or suspended, not " + word));
        }

        Condition at(Instant now) {
            Condition yellow = CLOCK_YELLOW.le(utc(now));
            Condition red = CLOCK_RED.le(utc(now));
            Condition inTime = CLOCK_DUE.ge(utc(now));
            return OPEN.and(
                    switch (this) {
                        case GREEN -> CLOCK_YELLOW.gt(utc(now));
                        case YELLOW -> yellow.and(CLOCK_RED.gt(utc(now))).and(inTime);
                        case RED -> red.and(inTime);
                        case OVERDUE -> CLOCK_DUE.lt(utc(now));
                        case SUSPENDED -> SUSPENDED_SINCE.isNotNull();
                    });
        }
    }

    private static final String OPEN_STAGES = "open";

    Condition condition(Instant now, Condition own) {
        return DSL.and(
                stage.map(CaseFilter::inStage).orElseGet(DSL::noCondition),
                kind.map(KIND::eq).orElseGet(DSL::noCondition),
                reach.map(area -> area.condition(AREA_PATH)).orElseGet(DSL::noCondition),
                department.map(DEPARTMENT::eq).orElseGet(DSL::noCondition),
                subject.map(CaseFilter::onSubject).orElseGet(DSL::noCondition),
                alarm.map(CaseFilter::ofAlarm).orElseGet(DSL::noCondition),
                mine ? own : DSL.noCondition(),
                standing.map(cut -> cut.at(now)).orElseGet(DSL::noCondition),
                clock.map(cut -> cut.at(now)).orElseGet(DSL::noCondition),
                category.orElseGet(DSL::noCondition),
                from.map(time -> OPENED_AT.ge(utc(time))).orElseGet(DSL::noCondition),
                to.map(time -> OPENED_AT.lt(utc(time))).orElseGet(DSL::noCondition),
                q.map(CaseFilter::matching).orElseGet(DSL::noCondition));
    }

    /** Cases of the viewer's organisations and those below them, and cases that the viewer has taken. */
    static Condition mine(Viewer viewer) {
        Stream<Reach> handledFor = viewer.scope(CaseRights.HANDLE).parts().stream()
                .map(Scope.Part::organisations)
                .filter(reach -> !reach.equals(Reach.whole()));
        return Stream.concat(viewer.organisationPath().map(Reach::of).stream(), handledFor)
                .distinct()
                .map(reach -> reach.condition(DEPARTMENT_PATH))
                .reduce(HANDLER_ID.eq(viewer.accountId()), Condition::or);
    }

    private static Condition inStage(String stage) {
        if (stage.equals(OPEN_STAGES)) {
            return OPEN;
        }
        if (CityCase.PLAN.find(stage).isEmpty()) {
            throw new Fault(CaseError.CASE_FILTER_WRONG, "there is no stage " + stage);
        }
        return STAGE.eq(DSL.inline(stage));
    }

    private static Condition onSubject(String subject) {
        return SUBJECT.eq(subject);
    }

    private static Condition ofAlarm(UUID alarm) {
        return ID.in(DSL.select(DSL.field(DSL.name("case_id"), UUID.class))
                .from(DSL.table(DSL.name("cs_cases", "case_alarm")))
                .where(DSL.field(DSL.name("alarm_id"), UUID.class).eq(alarm)));
    }

    private static Condition matching(String words) {
        return ID.in(DSL.select(DSL.field(DSL.name("case_id"), UUID.class))
                .from(DSL.table(DSL.name("cs_cases", "case_words")))
                .where(WordPieces.in(DSL.field(DSL.name("words"), String.class), words)));
    }
}
