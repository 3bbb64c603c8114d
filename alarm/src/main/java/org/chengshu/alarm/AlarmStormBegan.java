package org.chengshu.alarm;

import java.time.Instant;
import java.util.UUID;
import org.chengshu.core.events.Event;
import org.chengshu.core.events.EventType;
import org.chengshu.kernel.Text;

/**
 * So many alarms of one rule or in one area came at once that they are told of as one. {@code scope} is {@code rule} or
 * {@code area}; the root is the alarm that stands for all, {@code ruleId} its rule, {@code severity} the worst of the
 * members, level 1..4; {@code startedAt} is the platform's time. Immutable.
 */
@EventType("alarm.storm-began")
public record AlarmStormBegan(
        UUID stormId,
        String scope,
        Text title,
        int members,
        int severity,
        UUID rootAlarm,
        String ruleId,
        String sort,
        String subjectKind,
        Text subjectTitle,
        String areaPath,
        Instant startedAt)
        implements Event {
    @Override
    public String key() {
        return "storm:" + stormId;
    }
}
