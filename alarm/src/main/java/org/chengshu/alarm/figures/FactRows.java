package org.chengshu.alarm.figures;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import org.jooq.Condition;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Facts straight from the alarms. */
@Component
final class FactRows {
    private static final int AT_ONCE = 2_000;
    private static final Table<Record> ALARM = DSL.table(DSL.name("cs_alarm", "alarm"));
    private static final Field<Long> RAISED = micros("raised_at");
    private static final Field<Long> TO_ACKNOWLEDGE = micros("first_acknowledged_at - recorded_at");
    private static final Field<Long> TO_CLEAR = micros("cleared_at - raised_at");
    private static final Field<String> RULE = DSL.field("rule_id", String.class);
    private static final Field<String> SUBJECT = DSL.field("subject_kind || ':' || subject_id", String.class);
    private static final Field<String> AREA = DSL.field("area_path", String.class);
    private static final Field<Integer> SEVERITY = DSL.field("severity::int", Integer.class);
    private static final Field<Integer> FLAGS = DSL.field("""
            case when historical then {0} else 0 end + case when suppression is not null then {1} else 0 end
            + case when cleared_by is not null then {2} else 0 end
            + case when again_after_s is not null then {3} else 0 end
            + case when again_after_s < 600 then {4} else 0 end + case when sort = 'silence' then {5} else 0 end
            """, Integer.class, flags());

    private final DSLContext db;

    FactRows(DSLContext db) {
        this.db = db;
    }

    private static Field<Long> micros(String time) {
        return DSL.field("cast(date_part('epoch', " + time + ") * 1000000 as bigint)", Long.class);
    }

    private static Field<?>[] flags() {
        return List.of(
                        AlarmFact.HISTORICAL,
                        AlarmFact.SUPPRESSED,
                        AlarmFact.BY_HAND,
                        AlarmFact.AGAIN,
                        AlarmFact.FLUTTER,
                        AlarmFact.SILENCE)
                .stream()
                .map(DSL::inline)
                .toArray(Field<?>[]::new);
    }

    /** In a transaction, so that they come in portions. */
    void each(Condition which, ToIntFunction<String> numbers, Consumer<AlarmFact> fact) {
        try (Cursor<?> rows = db.select(RAISED, RULE, SUBJECT, AREA, SEVERITY, FLAGS, TO_ACKNOWLEDGE, TO_CLEAR)
                .from(ALARM)
                .where(which)
                .fetchSize(AT_ONCE)
                .fetchLazy()) {
            for (Record row : rows) {
                fact.accept(new AlarmFact(
                        row.get(RAISED),
                        numbers.applyAsInt(row.get(RULE)),
                        numbers.applyAsInt(row.get(SUBJECT)),
                        numbers.applyAsInt(row.get(AREA)),
                        row.get(SEVERITY),
                        row.get(FLAGS),
                        orNever(row.get(TO_ACKNOWLEDGE)),
                        orNever(row.get(TO_CLEAR))));
            }
        }
    }

    private static long orNever(Long micros) {
        return micros == null ? AlarmFact.NEVER : micros;
    }
}
