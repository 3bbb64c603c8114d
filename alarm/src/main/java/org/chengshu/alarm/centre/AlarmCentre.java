package org.chengshu.alarm.centre;

import static org.chengshu.alarm.centre.AlarmTable.ACKNOWLEDGE;
import static org.chengshu.alarm.centre.AlarmTable.CLEAR;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengshu.alarm.Alarm;
import org.chengshu.alarm.AlarmError;
import org.chengshu.alarm.AlarmId;
import org.chengshu.alarm.Alarms;
import org.chengshu.alarm.Clearing;
import org.chengshu.alarm.HistoricalClearing;
import org.chengshu.alarm.SeverityChange;
import org.chengshu.alarm.Signal;
import org.chengshu.alarm.Subject;
import org.chengshu.core.CoreError;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.db.Transactions;
import org.chengshu.kernel.Fault;
import org.springframework.stereotype.Component;

/** The alarm centre: the store's changes, each with its event and its word to open screens. */
@Component
final class AlarmCentre implements Alarms {
    private static final int LONGEST_REASON = 1000;

    private final AlarmStore store;
    private final AlarmRaiser raiser;
    private final AlarmHerald herald;
    private final Transactions transactions;
    private final Clock clock;

    AlarmCentre(AlarmStore store, AlarmRaiser raiser, AlarmHerald herald, Transactions transactions, Clock clock) {
        this.store = store;
        this.raiser = raiser;
        this.herald = herald;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public AlarmId raise(Signal signal) {
        return raiseAll(List.of(signal)).getFirst();
    }

    @Override
    public List<AlarmId> raiseAll(List<Signal> signals) {
        return signals.isEmpty() ? List.of() : transactions.call(() -> raiser.raise(signals));
    }

    @Override
    public Optional<AlarmId> clear(String ruleId, Subject subject, Instant clearedAt, Map<String, Object> values) {
        return clearAll(List.of(new Clearing(ruleId, subject, clearedAt, values))).stream()
                .findFirst();
    }

    @Override
    public List<AlarmId> clearAll(List<Clearing> clearings) {
        if (clearings.isEmpty()) {
            return List.of();
        }
        return transactions.call(() -> {
            List<Alarm> cleared = store.clear(clearings, clock.instant());
            herald.cleared(cleared);
            return cleared.stream()
                    .filter(alarm -> alarm.clearedAt().isPresent())
                    .map(Alarm::id)
                    .toList();
        });
    }

    @Override
    public void clearHistorical(AlarmId id, Instant clearedAt, Map<String, Object> values) {
        clearAllHistorical(List.of(new HistoricalClearing(id, clearedAt, values)));
    }

    @Override
    public void clearAllHistorical(List<HistoricalClearing> clearings) {
        if (!clearings.isEmpty()) {
            transactions.run(() -> {
                herald.cleared(store.clearHistorical(clearings, clock.instant()));
            });
        }
    }

    @Override
    public List<AlarmId> changeAllSeverities(List<SeverityChange> changes) {
        if (changes.isEmpty()) {
            return List.of();
        }
        return transactions.call(() -> {
            List<AlarmStore.Changed> changed = store.changeSeverities(changes, clock.instant());
            herald.severityChanged(changed);
            return changed.stream().map(one -> one.alarm().id()).toList();
        });
    }

    @Override
    public void clearByHand(AlarmId id, Viewer viewer, String reason) {
        String why = reason.strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            throw new Fault(AlarmError.ALARM_INPUT_WRONG, "reason: 1.." + LONGEST_REASON + " characters");
        }
        transactions.run(() -> {
            Alarm before = permitted(id, viewer, CLEAR);
            if (!store.clearByHand(id, viewer, clock.instant(), why)) {
                throw refusal(before);
            }
            herald.cleared(List.of(get(id, viewer)));
        });
    }

    @Override
    public Alarm get(AlarmId id, Viewer viewer) {
        return find(id, viewer).orElseThrow(() -> new Fault(AlarmError.ALARM_UNKNOWN, "no alarm " + id));
    }

    @Override
    public Optional<Alarm> find(AlarmId id, Viewer viewer) {
        return store.find(id, viewer);
    }

    @Override
    public List<Alarm> openOn(Subject subject) {
        return store.openOn(subject);
    }

    @Override
    public List<Alarm> clearedOn(Subject subject, Instant from, Instant to) {
        return store.clearedOn(subject, from, to);
    }

    @Override
    public List<Alarm> historicalOn(Subject subject, Instant from, Instant to) {
        return store.historicalOn(subject, from, to);
    }

    @Override
    public void acknowledge(AlarmId id, Viewer viewer, Optional<String> note) {
        transactions.run(() -> {
            Alarm before = permitted(id, viewer, ACKNOWLEDGE);
            if (!store.acknowledge(id, clock.instant(), viewer.accountId(), viewer.displayName(), note)) {
                throw refusal(before);
            }
            herald.acknowledged(get(id, viewer));
        });
    }

    private Alarm permitted(AlarmId id, Viewer viewer, String right) {
        viewer.require(right);
        Alarm alarm = get(id, viewer);
        if (!viewer.may(right, alarm.subject().areaPath())) {
            throw new Fault(CoreError.FORBIDDEN, "the right " + right + " does not hold in this area");
        }
        return alarm;
    }

    private static Fault refusal(Alarm alarm) {
        if (alarm.historical()) {
            return new Fault(AlarmError.ALARM_ALREADY_CLEARED, "it is history, and was never open");
        }
        return alarm.clearedAt()
                .map(at -> new Fault(AlarmError.ALARM_ALREADY_CLEARED, "cleared at " + at))
                .orElseGet(() -> new Fault(
                        AlarmError.ALARM_ALREADY_ACKNOWLEDGED,
                        "acknowledged by " + alarm.acknowledgedBy().orElse("somebody else just now")));
    }
}
