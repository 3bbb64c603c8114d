package org.chengshu.alarm;

import java.time.Instant;
import java.util.UUID;
import org.chengshu.core.events.Event;
import org.chengshu.core.events.EventType;

/**
 * An alarm that had been set aside waits for somebody again: its shelving has ended, or its acknowledgement was taken
 * back. {@code resumedAt} is the platform's time. Immutable.
 */
@EventType("alarm.resumed")
public record AlarmResumed(UUID alarmId, String subjectKind, String subjectId, Instant resumedAt) implements Event {
    @Override
    public String key() {
        return subjectKind + ":" + subjectId;
    }
}
