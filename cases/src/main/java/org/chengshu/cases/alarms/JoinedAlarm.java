package org.chengshu.cases.alarms;

import java.time.Instant;
import java.util.Optional;
import org.chengshu.alarm.AlarmId;

/**
 * An alarm of a case. {@code clearRecordedAt} is when the platform learnt that it had cleared, which can be later than
 * {@code clearedAt} by the subject's own clock.
 */
public record JoinedAlarm(
        AlarmId id,
        String rule,
        Instant raisedAt,
        Instant joinedAt,
        Optional<Instant> clearedAt,
        Optional<Instant> clearRecordedAt) {}
