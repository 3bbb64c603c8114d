package org.chengshu.alarm.centre;

import static org.chengshu.alarm.centre.AlarmTable.*;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.chengshu.alarm.Alarm;
import org.chengshu.alarm.AlarmId;
import org.chengshu.alarm.Suppression;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.http.Cursor;
import org.chengshu.core.http.CursorPage;
import org.chengshu.core.http.Keyset;
import org.chengshu.kernel.Severity;
import org.chengshu.kernel.Text;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** What screens ask of many alarms, within the viewer's areas. */
@Component
public final class AlarmLists {
    private static final int MOST_OF_SERIES = 50;
    private static final int WAITING_LONGEST = 8;
    private static final int DAYS_OF_A_WEEK = 7;

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
        Map<Integer, Integer> bySeverity = levels();
        int acknowledged = 0;
        int suppressed = 0;
        int shelved = 0;
        for (Record row : db.select(
                        SEVERITY,
                        DSL.count().filterWhere(COUNTING).as("n"),
                        DSL.count(ACKNOWLEDGED_AT).filterWhere(COUNTING).as("seen"),
                        DSL.count().filterWhere(SUPPRESSED).as("kept"),
                        DSL.count().filterWhere(SHELVED).as("put"))
                .from(ALARM)
                .where(OPEN)
                .and(seenBy(viewer))
                .groupBy(SEVERITY)) {
            bySeverity.put(row.get(SEVERITY), row.get("n", Integer.class));
            acknowledged += row.get("seen", Integer.class);
            suppressed += row.get("kept", Integer.class);
            shelved += row.get("put", Integer.class);
        }
        int open = bySeverity.values().stream().mapToInt(Integer::intValue).sum();
        return new AlarmCounts(open, open - acknowledged, acknowledged, bySeverity, suppressed, shelved);
    }

    private static Map<Integer, Integer> levels() {
        Map<Integer, Integer> bySeverity = new TreeMap<>();
        for (Severity severity : Severity.values()) {
            bySeverity.put(severity.level(), 0);
        }
        return bySeverity;
    }

    AlarmBoard board(Viewer viewer, Instant since) {
        List<AlarmItem> waiting = db
                .select(COLUMNS)
                .from(ALARM)
                .where(COUNTING)
                .and(ACKNOWLEDGED_AT.isNull())
                .and(seenBy(viewer))
                .orderBy(COUNTS_SINCE, ID)
                .limit(WAITING_LONGEST)
                .fetch(rows::read)
                .stream()
                .map(AlarmItem::of)
                .toList();
        return new AlarmBoard(counts(viewer), areas(viewer), waiting, steps(viewer, since));
    }

    private List<AlarmBoard.AreaCount> areas(Viewer viewer) {
        Map<String, AlarmBoard.AreaCount> found = new LinkedHashMap<>();
        db.select(
                        AREA_PATH,
                        SEVERITY,
                        DSL.count().as("n"),
                        DSL.count().filterWhere(ACKNOWLEDGED_AT.isNull()).as("raised"))
                .from(ALARM)
                .where(COUNTING)
                .and(seenBy(viewer))
                .groupBy(AREA_PATH, SEVERITY)
                .orderBy(AREA_PATH, SEVERITY)
                .forEach(row -> found.merge(
                        row.get(AREA_PATH),
                        area(row),
                        (one, more) -> new AlarmBoard.AreaCount(
                                one.areaPath(),
                                one.open() + more.open(),
                                one.raised() + more.raised(),
                                joined(one.bySeverity(), more.bySeverity()))));
        return List.copyOf(found.values());
    }

    private static AlarmBoard.AreaCount area(Record row) {
        int open = row.get("n", Integer.class);
        return new AlarmBoard.AreaCount(
                row.get(AREA_PATH), open, row.get("raised", Integer.class), Map.of(row.get(SEVERITY), open));
    }

    private static Map<Integer, Integer> joined(Map<Integer, Integer> one, Map<Integer, Integer> more) {
        Map<Integer, Integer> all = new TreeMap<>(one);
        all.putAll(more);
        return all;
    }

    private Map<String, Integer> steps(Viewer viewer, Instant since) {
        Field<String> step = DSL.field(DSL.name("step", "step"), String.class);
        Map<String, Integer> counts = new TreeMap<>();
        db.select(step, DSL.count().as("n"))
                .from(DSL.table(DSL.name("cs_alarm", "step")))
                .join(ALARM)
                .on(DSL.field(DSL.name("step", "alarm_id"), UUID.class).eq(ID))
                .where(DSL.field(DSL.name("step", "recorded_at"), OffsetDateTime.class)
                        .ge(utc(since)))
                .and(LIVE)
                .and(seenBy(viewer))
                .groupBy(step)
                .forEach(row -> counts.put(row.get(step), row.get("n", Integer.class)));
        return counts;
    }

    /** Why it does not count, in words: the window's reason, the parent's alarm, the storm's title. */
    Optional<Text> because(Suppression suppression) {
        UUID by = UUID.fromString(suppression.by());
        String sql =
                switch (suppression.kind()) {
                    case WINDOW -> "select reason, reason from cs_alarm.maintenance where id = ?";
                    case PARENT ->
                        "select subject_title_zh || '：' || rule_title_zh, subject_title_en || ': ' || rule_title_en "
                                + "from cs_alarm.alarm where id = ?";
                    case STORM -> "select title_zh, title_en from cs_alarm.storm where id = ?";
                };
        return db.fetchOptional(sql, by).map(row -> Text.of(row.get(0, String.class), row.get(1, String.class)));
    }

    /** How often the same rule was raised on the same subject in the week before it, itself left out. */
    int timesInTheWeekBefore(Alarm alarm) {
        return db.fetchCount(
                ALARM,
                SUBJECT_KIND
                        .eq(alarm.subject().subject().kind())
                        .and(SUBJECT.eq(alarm.subject().subject().id()))
                        .and(RULE.eq(alarm.rule().id()))
                        .and(alarm.historical() ? OF_IMPORT : LIVE)
                        .and(RAISED_AT.ge(utc(alarm.raisedAt().minus(Duration.ofDays(DAYS_OF_A_WEEK)))))
                        .and(RAISED_AT.lt(utc(alarm.raisedAt()))));
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

    /** The ids of the first alarms of a filter, for work on many. */
    public List<AlarmId> ids(AlarmFilter filter, Viewer viewer, int most) {
        return db.select(ID)
                .from(ALARM)
                .where(seenBy(viewer))
                .and(filter.condition())
                .orderBy(RAISED_AT.desc(), ID.desc())
                .limit(most)
                .fetch(row -> new AlarmId(row.get(ID)));
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
