package org.chengshu.alarm;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengshu.core.access.Viewer;
import org.chengshu.kernel.Severity;

/**
 * The one alarm centre. At most one alarm is open per rule and subject. Every change joins the caller's transaction (or
 * opens one) and its event is written in the same transaction, so that an alarm is never seen without its readings nor
 * lost with them. An alarm outside a viewer's areas is as good as absent. Safe for use by many threads; two writers for
 * the same rule and subject are serialised by the database.
 */
public interface Alarms {
    /** Raises an alarm, or returns the open one of this rule and subject unchanged. */
    AlarmId raise(Signal signal);

    /** As {@link #raise}, for many at once in two statements; the ids stand in the order of the signals. */
    List<AlarmId> raiseAll(List<Signal> signals);

    /**
     * Clears the open alarm of a rule on a subject; empty when none is open. One of a rule that is {@code byHandOnly} stays
     * open: it is noted that its condition is over.
     */
    Optional<AlarmId> clear(String ruleId, Subject subject, Instant clearedAt, Map<String, Object> values);

    /** As {@link #clear}, for many at once; answers the ids of those that were open. */
    List<AlarmId> clearAll(List<Clearing> clearings);

    /**
     * Clears a historical alarm, which is not open and so is named by its id. Clearing it twice changes nothing. Its event
     * is sent when the alarm itself was announced.
     */
    void clearHistorical(AlarmId id, Instant clearedAt, Map<String, Object> values);

    /** As {@link #clearHistorical}, for many at once; an import ends thousands of episodes. */
    default void clearAllHistorical(List<HistoricalClearing> clearings) {
        clearings.forEach(one -> clearHistorical(one.id(), one.clearedAt(), one.values()));
    }

    /**
     * Gives the open alarm of a rule on a subject another severity; empty when none is open or it has it already. When it
     * rises its acknowledgement lapses, its shelving ends, and people are told anew.
     */
    default Optional<AlarmId> changeSeverity(
            String ruleId, Subject subject, Severity severity, Instant at, Map<String, Object> values) {
        return changeAllSeverities(List.of(new SeverityChange(ruleId, subject, severity, at, values))).stream()
                .findFirst();
    }

    /** As {@link #changeSeverity}, for many at once, at most one per rule and subject; answers the ids of those changed. */
    List<AlarmId> changeAllSeverities(List<SeverityChange> changes);

    /**
     * Clears an open alarm by a person's word, whatever its condition says; needs the right {@code alarm:clear} where the
     * alarm is, and a reason. The module that raised it hears of it by {@link AlarmCleared}.
     */
    void clearByHand(AlarmId id, Viewer viewer, String reason);

    /** The alarm, or a fault {@link AlarmError#ALARM_UNKNOWN}. */
    Alarm get(AlarmId id, Viewer viewer);

    Optional<Alarm> find(AlarmId id, Viewer viewer);

    /** The open alarms of a subject, latest first. */
    List<Alarm> openOn(Subject subject);

    /** The live alarms of a subject whose clearing was recorded in [from, to), by the platform's clock, latest first. */
    List<Alarm> clearedOn(Subject subject, Instant from, Instant to);

    /** The historical alarms of a subject raised in [from, to), by the subject's own time, latest first. */
    List<Alarm> historicalOn(Subject subject, Instant from, Instant to);

    /** Notes that a person has seen it; a second acknowledgement or a cleared alarm is refused. */
    void acknowledge(AlarmId id, Viewer viewer, Optional<String> note);
}
