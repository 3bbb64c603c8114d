package org.chengshu.alarm;

import java.time.Instant;
import java.util.UUID;
import org.chengshu.core.events.Event;
import org.chengshu.core.events.EventType;

/** An alarm has cleared; {@code clearedAt} is in the subject's own time, {@code sort} an {@link AlarmSort} word. Immutable. */
@EventType("alarm.cleared")
public record AlarmCleared(
        UUID alarmId,
        String ruleId,
        String sort,
        String subjectKind,
        String subjectId,
        String areaPath,
        int severity,
        Instant clearedAt,
        boolean historical)
        implements Event {
    @Override
    public String key() {
        return subjectKind + ":" + subjectId;
    }
}
