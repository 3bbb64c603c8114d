package org.chengshu.alarm;

import java.time.Instant;
import java.util.UUID;
import org.chengshu.core.events.Event;
import org.chengshu.core.events.EventType;

/** A person has taken note of an alarm; {@code acknowledgedAt} is the platform's time. Immutable. */
@EventType("alarm.acknowledged")
public record AlarmAcknowledged(
        UUID alarmId,
        String ruleId,
        String subjectKind,
        String subjectId,
        String areaPath,
        String acknowledgedBy,
        Instant acknowledgedAt)
        implements Event {
    @Override
    public String key() {
        return subjectKind + ":" + subjectId;
    }
}
