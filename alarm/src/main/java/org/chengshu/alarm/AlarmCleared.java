package org.chengshu.alarm;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.core.events.Event;
import org.chengshu.core.events.EventType;

/**
 * An alarm has cleared; {@code clearedAt} is in the subject's own time, {@code sort} an {@link AlarmSort} word.
 * {@code byHand} is the person who cleared it, whatever its rule says; empty when the rule did. Immutable.
 */
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
        boolean historical,
        Optional<String> byHand)
        implements Event {
    public AlarmCleared {
        byHand = byHand == null ? Optional.empty() : byHand;
    }

    @Override
    public String key() {
        return subjectKind + ":" + subjectId;
    }
}
