package org.chengshu.alarm;

import java.time.Instant;
import java.util.UUID;
import org.chengshu.core.events.Event;
import org.chengshu.core.events.EventType;
import org.chengshu.kernel.Text;

/**
 * An open alarm has become worse or better: {@code from} and {@code to} are levels 1..4, {@code changedAt} is in the
 * subject's own time, {@code sort} an {@link AlarmSort} word. Events of one subject arrive in order. Immutable.
 */
@EventType("alarm.severity-changed")
public record AlarmSeverityChanged(
        UUID alarmId,
        String ruleId,
        String sort,
        String subjectKind,
        String subjectId,
        Text subjectTitle,
        Text title,
        String areaPath,
        int from,
        int to,
        Instant changedAt)
        implements Event {
    @Override
    public String key() {
        return subjectKind + ":" + subjectId;
    }

    /** Whether it became worse. */
    public boolean risen() {
        return to > from;
    }
}
