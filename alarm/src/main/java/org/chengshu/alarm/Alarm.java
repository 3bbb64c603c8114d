package org.chengshu.alarm;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One alarm as it stands. {@code since}, {@code raisedAt} and {@code clearedAt} are in the subject's own time;
 * {@code recordedAt}, {@code clearRecordedAt} and {@code acknowledgedAt} are the platform's. {@code acknowledgedBy} is a
 * person's display name. {@code course} is what else became of it. Immutable.
 */
public record Alarm(
        AlarmId id,
        AlarmRule rule,
        SubjectView subject,
        AlarmState state,
        Instant since,
        Instant raisedAt,
        Instant recordedAt,
        Optional<Instant> acknowledgedAt,
        Optional<String> acknowledgedBy,
        Optional<String> note,
        Optional<Instant> clearedAt,
        Optional<Instant> clearRecordedAt,
        Map<String, Object> values,
        Map<String, Object> clearedValues,
        boolean historical,
        AlarmCourse course) {
    /** True until it clears; a historical alarm is never open. */
    public boolean open() {
        return !historical && clearedAt.isEmpty();
    }

    /** Why it does not count at present. */
    public Optional<Suppression> suppression() {
        return course.suppression();
    }
}
