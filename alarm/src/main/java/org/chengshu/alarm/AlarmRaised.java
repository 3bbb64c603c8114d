package org.chengshu.alarm;

import java.time.Instant;
import java.util.UUID;
import org.chengshu.core.events.Event;
import org.chengshu.core.events.EventType;
import org.chengshu.kernel.Text;

/**
 * An alarm was raised. {@code raisedAt} is in the subject's own time, {@code sort} an {@link AlarmSort} word,
 * {@code severity} a level 1..4. Events of one subject arrive in order. Immutable.
 */
@EventType("alarm.raised")
public record AlarmRaised(
        UUID alarmId,
        String ruleId,
        String sort,
        String subjectKind,
        String subjectId,
        Text subjectTitle,
        Text title,
        String areaPath,
        int severity,
        Instant raisedAt,
        boolean historical)
        implements Event {
    @Override
    public String key() {
        return subjectKind + ":" + subjectId;
    }
}
