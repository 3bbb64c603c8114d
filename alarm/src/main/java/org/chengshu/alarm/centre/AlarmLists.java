package org.chengshu.alarm.centre;

import static org.chengshu.alarm.centre.AlarmTable.*;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.chengshu.alarm.Alarm;
import org.chengshu.alarm.AlarmId;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.http.Cursor;
import org.chengshu.core.http.CursorPage;
import org.chengshu.core.http.Keyset;
import org.chengshu.kernel.Severity;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** What screens ask of many alarms, within the viewer's areas. */
@Component
final class AlarmLists {
    private static final int MOST_OF_SERIES = 50;

    private final DSLContext db;
    private final AlarmRows rows;

    AlarmLists(DSLContext db, AlarmRows rows) {
        this.db = db;
        this.rows = rows;
    }

    CursorPage<Alarm> list(AlarmFilter filter, Viewer viewer, Cursor cursor) {
        return Keyset.fetch(
                db.select(COLUMNS).from(ALARM).where(seenBy(viewer)).and(filter.condition()),
                cursor,
                RAISED_AT,
                ID,
                rows::read);
    }

    AlarmCounts counts(Viewer viewer) {
        Map<Integer, Integer> bySeverity = new TreeMap<>();
        for (Severity severity : Severity.values()) {
            bySeverity.put(severity.level(), 0);
        }
        int acknowledged = 0;
        var count = DSL.count().as("n");
        var seen = DSL.count(ACKNOWLEDGED_AT).as("seen");
        for (Record row : db.select(SEVERITY, count, seen)
                .from(ALARM)
                .where(OPEN)
                .and(seenBy(viewer))
                .groupBy(SEVERITY)) {
            bySeverity.put(row.get(SEVERITY), row.get(count));
            acknowledged += row.get(seen);
        }
        int open = bySeverity.values().stream().mapToInt(Integer::intValue).sum();
        return new AlarmCounts(open, open - acknowledged, acknowledged, bySeverity);
    }

    /** The latest alarms whose rule used this property of the subject. */
    List<Alarm> ofSeries(String subjectKind, String subject, String property, Viewer viewer) {
        return db.select(COLUMNS)
                .from(ALARM)
                .where(SUBJECT_KIND.eq(subjectKind))
                .and(SUBJECT.eq(subject))
                .and(seenBy(viewer))
                .and(DSL.condition("jsonb_exists({0}, {1})", VALUES, DSL.val(property)))
                .orderBy(RAISED_AT.desc(), ID.desc())
                .limit(MOST_OF_SERIES)
                .fetch(rows::read);
    }

    List<AlarmStep> steps(AlarmId id) {
        return db.fetch("""
                        select step, at, recorded_at, person, note, step_values, detail
                        from cs_alarm.step where alarm_id = ? order by seq
                        """, id.value())
                .map(row -> AlarmStep.of(
                        row,
                        rows.values(row.get("step_values", JSONB.class)),
                        rows.values(row.get("detail", JSONB.class))));
    }
}
