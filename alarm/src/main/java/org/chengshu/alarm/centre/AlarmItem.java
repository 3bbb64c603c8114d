package org.chengshu.alarm.centre;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.chengshu.alarm.Alarm;
import org.chengshu.alarm.AlarmCourse;
import org.chengshu.alarm.Shelving;
import org.chengshu.alarm.Subject;
import org.chengshu.alarm.Suppression;
import org.chengshu.kernel.Severity;
import org.chengshu.kernel.Text;
import org.chengshu.kernel.geo.Position;

/** An alarm on the wire: in lists, on the live stream, and as the head of its page. */
record AlarmItem(
        UUID id,
        String rule,
        Text title,
        int severity,
        String sort,
        String condition,
        String state,
        SubjectItem subject,
        String areaPath,
        Optional<Position> position,
        Instant since,
        Instant raisedAt,
        Instant recordedAt,
        Optional<Instant> acknowledgedAt,
        Optional<String> acknowledgedBy,
        Optional<String> note,
        Optional<Instant> clearedAt,
        Map<String, Object> values,
        Map<String, Object> clearedValues,
        boolean historical,
        int firstSeverity,
        int peakSeverity,
        boolean byHandOnly,
        Optional<Instant> overAt,
        Optional<AlarmCourse.ByHand> clearedByHand,
        Optional<Instant> countsSince,
        Optional<SuppressionItem> suppression,
        Optional<Instant> wokeAt,
        Optional<UUID> storm,
        Optional<Shelving> shelved,
        Optional<AlarmCourse.Assignee> assignee,
        Optional<Subject> parent,
        Set<String> tags,
        Optional<Double> againAfterSeconds) {
    record SuppressionItem(String kind, String by) {
        static SuppressionItem of(Suppression suppression) {
            return new SuppressionItem(suppression.kind().word(), suppression.by());
        }
    }

    record SubjectItem(String kind, String id, Text title) {}

    static AlarmItem of(Alarm alarm) {
        Subject subject = alarm.subject().subject();
        Severity severity = alarm.rule().severity();
        return new AlarmItem(
                alarm.id().value(),
                alarm.rule().id(),
                alarm.rule().title(),
                severity.level(),
                alarm.rule().sort().word(),
                alarm.rule().condition(),
                alarm.state().word(),
                new SubjectItem(subject.kind(), subject.id(), alarm.subject().title()),
                alarm.subject().areaPath(),
                alarm.subject().position(),
                alarm.since(),
                alarm.raisedAt(),
                alarm.recordedAt(),
                alarm.acknowledgedAt(),
                alarm.acknowledgedBy(),
                alarm.note(),
                alarm.clearedAt(),
                alarm.values(),
                alarm.clearedValues(),
                alarm.historical(),
                alarm.course().first().level(),
                alarm.course().peak().level(),
                alarm.rule().byHandOnly(),
                alarm.course().overAt(),
                alarm.course().clearedByHand(),
                alarm.course().countsSince(),
                alarm.suppression().map(SuppressionItem::of),
                alarm.course().wokeAt(),
                alarm.course().storm(),
                alarm.course().shelving(),
                alarm.course().assignee(),
                alarm.subject().parent(),
                alarm.subject().tags(),
                alarm.course().againAfterSeconds());
    }
}
