package org.chengshu.alarm.centre;

import static org.chengshu.alarm.centre.AlarmTable.*;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chengshu.alarm.Alarm;
import org.chengshu.alarm.AlarmCourse;
import org.chengshu.alarm.AlarmId;
import org.chengshu.alarm.AlarmRule;
import org.chengshu.alarm.AlarmSort;
import org.chengshu.alarm.AlarmState;
import org.chengshu.alarm.Shelving;
import org.chengshu.alarm.Subject;
import org.chengshu.alarm.SubjectView;
import org.chengshu.alarm.Suppression;
import org.chengshu.kernel.Severity;
import org.chengshu.kernel.Text;
import org.chengshu.kernel.geo.Position;
import org.jooq.JSONB;
import org.jooq.Record;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes the columns of an alarm. */
@Component
final class AlarmRows {
    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

    private final JsonMapper json;

    AlarmRows(JsonMapper json) {
        this.json = json;
    }

    Alarm read(Record row) {
        return new Alarm(
                new AlarmId(row.get(ID)),
                rule(row),
                subject(row),
                state(row),
                at(row, SINCE),
                at(row, RAISED_AT),
                at(row, RECORDED_AT),
                maybeAt(row, ACKNOWLEDGED_AT),
                Optional.ofNullable(row.get(ACKNOWLEDGED_BY)),
                Optional.ofNullable(row.get(NOTE)),
                maybeAt(row, CLEARED_AT),
                maybeAt(row, CLEAR_RECORDED_AT),
                values(row.get(VALUES)),
                values(row.get(CLEARED_VALUES)),
                row.get(HISTORICAL),
                course(row));
    }

    private static AlarmCourse course(Record row) {
        return new AlarmCourse(
                Severity.ofLevel(row.get(FIRST_SEVERITY)),
                Severity.ofLevel(row.get(PEAK_SEVERITY)),
                maybeAt(row, OVER_AT),
                maybeAt(row, COUNTS_SINCE),
                Optional.ofNullable(row.get(SUPPRESSION))
                        .map(word -> new Suppression(Suppression.Kind.ofWord(word), row.get(SUPPRESSOR))),
                maybeAt(row, WOKE_AT),
                Optional.ofNullable(row.get(STORM)),
                maybeAt(row, SHELVED_UNTIL)
                        .map(until -> new Shelving(until, row.get(SHELVED_BY), row.get(SHELVE_REASON))),
                Optional.ofNullable(row.get(ASSIGNEE_ID)).map(id -> new AlarmCourse.Assignee(id, row.get(ASSIGNEE))),
                Optional.ofNullable(row.get(CLEARED_BY)).map(by -> new AlarmCourse.ByHand(by, row.get(CLEAR_REASON))),
                Optional.ofNullable(row.get(AGAIN_AFTER)));
    }

    Map<String, Object> values(JSONB column) {
        return json.readValue(column.data(), MAP);
    }

    private static AlarmRule rule(Record row) {
        return new AlarmRule(
                row.get(RULE),
                Text.of(row.get(RULE_ZH), row.get(RULE_EN)),
                Severity.ofLevel(row.get(SEVERITY)),
                AlarmSort.ofWord(row.get(SORT)),
                row.get(CONDITION),
                row.get(BY_HAND_ONLY));
    }

    private static SubjectView subject(Record row) {
        Optional<Position> position =
                Optional.ofNullable(row.get(LONGITUDE)).map(longitude -> new Position(longitude, row.get(LATITUDE)));
        return new SubjectView(
                new Subject(row.get(SUBJECT_KIND), row.get(SUBJECT)),
                Text.of(row.get(SUBJECT_ZH), row.get(SUBJECT_EN)),
                row.get(AREA_PATH),
                position,
                Optional.ofNullable(row.get(PARENT_KIND)).map(kind -> new Subject(kind, row.get(PARENT))),
                Set.of(row.get(TAGS)));
    }

    private static AlarmState state(Record row) {
        if (row.get(CLEARED_AT) != null) {
            return AlarmState.CLEARED;
        }
        return row.get(ACKNOWLEDGED_AT) == null ? AlarmState.RAISED : AlarmState.ACKNOWLEDGED;
    }
}
