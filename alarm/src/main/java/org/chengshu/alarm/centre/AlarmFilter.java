package org.chengshu.alarm.centre;

import static org.chengshu.alarm.centre.AlarmTable.*;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.chengshu.alarm.AlarmError;
import org.chengshu.core.tree.Reach;
import org.chengshu.kernel.Fault;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/** Which alarms to list; what is absent does not narrow. {@code reach} is where rows of an area lie. */
record AlarmFilter(
        State state,
        Optional<Integer> severity,
        Optional<String> rule,
        Optional<String> subject,
        Optional<Reach> reach,
        Optional<Instant> from,
        Optional<Instant> to,
        boolean historical) {
    enum State {
        OPEN(CLEARED_AT.isNull()),
        RAISED(CLEARED_AT.isNull().and(ACKNOWLEDGED_AT.isNull())),
        ACKNOWLEDGED(CLEARED_AT.isNull().and(ACKNOWLEDGED_AT.isNotNull())),
        CLEARED(CLEARED_AT.isNotNull()),
        ALL(DSL.noCondition());

        private final Condition condition;

        State(Condition condition) {
            this.condition = condition;
        }

        static State ofWord(String word) {
            return List.of(values()).stream()
                    .filter(state -> state.name().equalsIgnoreCase(word))
                    .findFirst()
                    .orElseThrow(() -> new Fault(
                            AlarmError.ALARM_FILTER_WRONG,
                            "state is open, raised, acknowledged, cleared or all, not " + word));
        }
    }

    Condition condition() {
        return DSL.and(
                historical ? OF_IMPORT : LIVE,
                state.condition,
                severity.map(SEVERITY::eq).orElseGet(DSL::noCondition),
                rule.map(RULE::eq).orElseGet(DSL::noCondition),
                subject.map(AlarmFilter::onSubject).orElseGet(DSL::noCondition),
                reach.map(area -> area.condition(AREA_PATH)).orElseGet(DSL::noCondition),
                from.map(time -> RAISED_AT.ge(utc(time))).orElseGet(DSL::noCondition),
                to.map(time -> RAISED_AT.lt(utc(time))).orElseGet(DSL::noCondition));
    }

    private static Condition onSubject(String subject) {
        return SUBJECT.eq(subject);
    }
}
