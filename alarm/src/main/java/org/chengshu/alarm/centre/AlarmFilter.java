package org.chengshu.alarm.centre;

import static org.chengshu.alarm.centre.AlarmTable.*;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.chengshu.alarm.AlarmError;
import org.chengshu.core.tree.Reach;
import org.chengshu.kernel.Fault;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Which alarms to list; what is absent does not narrow. {@code reach} is where rows of an area lie. */
public record AlarmFilter(
        State state,
        Optional<Integer> severity,
        Optional<String> rule,
        Optional<String> subject,
        Optional<Reach> reach,
        Optional<Instant> from,
        Optional<Instant> to,
        boolean historical,
        Aside aside) {
    /** What is set aside, folded, or in somebody's hands. */
    public record Aside(
            Optional<Boolean> suppressed,
            Optional<Boolean> shelved,
            Optional<UUID> assignee,
            Optional<UUID> storm,
            Optional<String> suppressor,
            boolean folded) {
        public static final Aside ANY = new Aside(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false);

        Condition condition() {
            return DSL.and(
                    suppressed.map(is -> is ? SUPPRESSED : DSL.not(SUPPRESSED)).orElseGet(DSL::noCondition),
                    shelved.map(is -> is ? SHELVED : DSL.not(SHELVED)).orElseGet(DSL::noCondition),
                    assignee.map(ASSIGNEE_ID::eq).orElseGet(DSL::noCondition),
                    storm.map(STORM::eq).orElseGet(DSL::noCondition),
                    suppressor.map(SUPPRESSOR::eq).orElseGet(DSL::noCondition),
                    folded ? FOLDED : DSL.noCondition());
        }
    }

    public enum State {
        OPEN(CLEARED_AT.isNull()),
        RAISED(CLEARED_AT.isNull().and(ACKNOWLEDGED_AT.isNull())),
        ACKNOWLEDGED(CLEARED_AT.isNull().and(ACKNOWLEDGED_AT.isNotNull())),
        CLEARED(CLEARED_AT.isNotNull()),
        ALL(DSL.noCondition());

        private final Condition condition;

        State(Condition condition) {
            this.condition = condition;
        }

        public static State ofWord(String word) {
            return List.of(values()).stream()
                    .filter(state -> state.name().equalsIgnoreCase(word))
                    .findFirst()
                    .orElseThrow(() -> new Fault(
                            AlarmError.ALARM_FILTER_WRONG,
                            "state is open, raised, acknowledged, cleared or all, not " + word));
        }
    }

    // Of a storm that goes on only the root is shown.
    private static final Condition FOLDED = DSL.condition("""
            (storm_id is null or not exists (
                select 1 from cs_alarm.storm s where s.id = storm_id and s.ended_at is null and s.root_alarm <> alarm.id))
            """);

    public Condition condition() {
        return DSL.and(
                historical ? OF_IMPORT : LIVE,
                state.condition,
                either(severity, SEVERITY),
                either(rule, RULE),
                either(subject, SUBJECT),
                reach.map(area -> area.condition(AREA_PATH)).orElseGet(DSL::noCondition),
                from.map(time -> RAISED_AT.ge(utc(time))).orElseGet(DSL::noCondition),
                to.map(time -> RAISED_AT.lt(utc(time))).orElseGet(DSL::noCondition),
                aside.condition());
    }

    private static <T> Condition either(Optional<T> value, Field<T> field) {
        return Stream.of(value)
                .flatMap(Optional::stream)
                .map(field::eq)
                .findFirst()
                .orElseGet(DSL::noCondition);
    }
}
