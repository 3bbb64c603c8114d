package org.chengshu.alarm.figures;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengshu.kernel.Text;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Counts in the database. Medians cost a sort, so they are taken of the keys that are shown only. */
@Component
final class FigureStore {
    private static final Table<Record> ALARM = DSL.table(DSL.name("cs_alarm", "alarm"));
    private static final Field<Double> TO_ACKNOWLEDGE =
            DSL.field("extract(epoch from first_acknowledged_at - recorded_at)::double precision", Double.class);
    private static final Field<Double> TO_CLEAR =
            DSL.field("extract(epoch from cleared_at - raised_at)::double precision", Double.class);
    private static final int SHORT_SECONDS = 300;
    private static final int FLUTTER_SECONDS = 600;

    private final DSLContext db;

    FigureStore(DSLContext db) {
        this.db = db;
    }

    List<FigureRow> rows(FigureBy by, Order order, String zone, Condition which, int most) {
        Field<String> key = by.key(zone);
        List<FigureRow> rows = db.select(
                        key.as("k"),
                        DSL.count().as("n"),
                        DSL.count(DSL.field("first_acknowledged_at")).as("acknowledged"),
                        DSL.count(DSL.field("cleared_at")).as("cleared"),
                        DSL.avg(TO_ACKNOWLEDGE).as("to_acknowledge"),
                        DSL.avg(TO_CLEAR).as("to_clear"),
                        DSL.count()
                                .filterWhere(TO_CLEAR.le((double) SHORT_SECONDS))
                                .as("short"),
                        DSL.count(DSL.field("again_after_s")).as("again"),
                        DSL.count()
                                .filterWhere(
                                        DSL.field("again_after_s", Double.class).lt((double) FLUTTER_SECONDS))
                                .as("flutter"),
                        DSL.count(DSL.field("suppression")).as("suppressed"),
                        DSL.count(DSL.field("cleared_by")).as("by_hand"))
                .from(ALARM)
                .where(which)
                .groupBy(DSL.field("k"))
                .orderBy(by.inOrder() ? List.of(DSL.field("k").asc()) : order.fields())
                .limit(most)
                .fetch(FigureStore::read);
        Map<String, Double> medians = medians(key, which, rows);
        return rows.stream()
                .map(row -> row.median(Optional.ofNullable(medians.get(row.key()))))
                .toList();
    }

    /** What the first of a list have most of. */
    enum Order {
        ALARMS("n"),
        FLUTTER("flutter"),
        SHORT("short");

        private final String column;

        Order(String column) {
            this.column = column;
        }

        private List<OrderField<?>> fields() {
            return List.of(DSL.field(DSL.name(column)).desc(), DSL.field("k").asc());
        }
    }

    private Map<String, Double> medians(Field<String> key, Condition which, List<FigureRow> rows) {
        Map<String, Double> medians = new HashMap<>();
        if (!rows.isEmpty()) {
            Field<Double> median =
                    DSL.field("percentile_cont(0.5) within group (order by {0})", Double.class, TO_CLEAR);
            db.select(key.as("k"), median.as("median"))
                    .from(ALARM)
                    .where(which)
                    .and(DSL.condition("cleared_at is not null"))
                    .and(key.in(rows.stream().map(FigureRow::key).toList()))
                    .groupBy(DSL.field("k"))
                    .forEach(row -> medians.put(row.get("k", String.class), row.get("median", Double.class)));
        }
        return medians;
    }

    /** The latest title of a rule. */
    Optional<Text> ruleTitle(String rule) {
        return db.fetchOptional("""
                        select rule_title_zh, rule_title_en from cs_alarm.alarm
                        where rule_id = ? order by recorded_at desc limit 1
                        """, rule).map(row -> Text.of(row.get(0, String.class), row.get(1, String.class)));
    }

    Optional<Text> subjectTitle(String kind, String id) {
        return db.fetchOptional("""
                        select subject_title_zh, subject_title_en from cs_alarm.alarm
                        where subject_kind = ? and subject_id = ? order by raised_at desc limit 1
                        """, kind, id).map(row -> Text.of(row.get(0, String.class), row.get(1, String.class)));
    }

    private static FigureRow read(Record row) {
        return new FigureRow(
                row.get("k", String.class),
                Optional.empty(),
                row.get("n", Integer.class),
                row.get("acknowledged", Integer.class),
                row.get("cleared", Integer.class),
                Optional.ofNullable(row.get("to_acknowledge", Double.class)),
                Optional.ofNullable(row.get("to_clear", Double.class)),
                Optional.empty(),
                row.get("short", Integer.class),
                row.get("again", Integer.class),
                row.get("flutter", Integer.class),
                row.get("suppressed", Integer.class),
                row.get("by_hand", Integer.class));
    }
}
