package org.chengshu.alarm.figures;

import java.util.Arrays;
import java.util.Locale;
import org.chengshu.alarm.AlarmError;
import org.chengshu.kernel.Fault;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** What figures are told apart by. Days and hours are the city's. */
enum FigureBy {
    ALL("cast('all' as text)"),
    RULE("rule_id"),
    SUBJECT("subject_kind || ':' || subject_id"),
    AREA("area_path"),
    SEVERITY("severity::text"),
    DAY("to_char(raised_at at time zone {0}, 'YYYY-MM-DD')"),
    HOUR("to_char(raised_at at time zone {0}, 'HH24')"),
    /** Weekday 1 (Monday) to 7 and hour: {@code 5-23}. */
    HEAT("to_char(raised_at at time zone {0}, 'ID-HH24')");

    private final String sql;

    FigureBy(String sql) {
        this.sql = sql;
    }

    static FigureBy ofWord(String word) {
        return Arrays.stream(values())
                .filter(by -> by.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new Fault(
                        AlarmError.ALARM_FILTER_WRONG,
                        "by is all, rule, subject, area, severity, day, hour or heat, not " + word));
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** In the order of time or of the scale; the others by how much they are. */
    boolean inOrder() {
        return this == DAY || this == HOUR || this == HEAT || this == SEVERITY;
    }

    Field<String> key(String zone) {
        return DSL.field(sql, String.class, DSL.inline(zone));
    }
}
