package org.chengshu.sense.testing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.alarm.Alarm;
import org.chengshu.alarm.AlarmError;
import org.chengshu.alarm.AlarmId;
import org.chengshu.alarm.Alarms;
import org.chengshu.alarm.Clearing;
import org.chengshu.alarm.SeverityChange;
import org.chengshu.alarm.Signal;
import org.chengshu.alarm.Subject;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.db.Transactions;
import org.chengshu.kernel.Fault;

/** An alarm centre that remembers what it was told in transactions that committed, one line each. */
public final class FakeAlarms implements Alarms {
    private final Transactions transactions;
    private final List<String> told = new ArrayList<>();
    private final Map<String, AlarmId> open = new LinkedHashMap<>();

    public FakeAlarms(Transactions transactions) {
        this.transactions = transactions;
    }

    public synchronized List<String> told() {
        return List.copyOf(told);
    }

    @Override
    public AlarmId raise(Signal signal) {
        String key = signal.rule().id() + "/" + signal.subject().subject().id();
        String line = (signal.historical() ? "historical " : "raise ") + key + " at " + signal.raisedAt();
        AlarmId id = new AlarmId(UUID.nameUUIDFromBytes((key + signal.raisedAt()).getBytes(StandardCharsets.UTF_8)));
        note(line, () -> open.put(key, id));
        return id;
    }

    @Override
    public List<AlarmId> raiseAll(List<Signal> signals) {
        return signals.stream().map(this::raise).toList();
    }

    @Override
    public Optional<AlarmId> clear(String ruleId, Subject subject, Instant clearedAt, Map<String, Object> values) {
        String key = ruleId + "/" + subject.id();
        note("clear " + key + " at " + clearedAt, () -> open.remove(key));
        return Optional.ofNullable(open.get(key));
    }

    @Override
    public List<AlarmId> clearAll(List<Clearing> clearings) {
        clearings.forEach(one -> clear(one.ruleId(), one.subject(), one.clearedAt(), one.values()));
        return List.of();
    }

    @Override
    public void clearHistorical(AlarmId id, Instant clearedAt, Map<String, Object> values) {
        note("historical clear at " + clearedAt, () -> {});
    }

    @Override
    public List<AlarmId> changeAllSeverities(List<SeverityChange> changes) {
        changes.forEach(one -> note(
                "severity " + one.ruleId() + "/" + one.subject().id() + " "
                        + one.severity().level() + " at " + one.at(),
                () -> {}));
        return List.of();
    }

    @Override
    public void clearByHand(AlarmId id, Viewer viewer, String reason) {
        throw new Fault(AlarmError.ALARM_UNKNOWN, "the fake keeps no alarms");
    }

    @Override
    public Alarm get(AlarmId id, Viewer viewer) {
        throw new Fault(AlarmError.ALARM_UNKNOWN, "the fake keeps no alarms");
    }

    @Override
    public Optional<Alarm> find(AlarmId id, Viewer viewer) {
        return Optional.empty();
    }

    @Override
    public List<Alarm> openOn(Subject subject) {
        return List.of();
    }

    @Override
    public List<Alarm> clearedOn(Subject subject, Instant from, Instant to) {
        return List.of();
    }

    @Override
    public List<Alarm> historicalOn(Subject subject, Instant from, Instant to) {
        return List.of();
    }

    @Override
    public void acknowledge(AlarmId id, Viewer viewer, Optional<String> note) {
        throw new Fault(AlarmError.ALARM_UNKNOWN, "the fake keeps no alarms");
    }

    private void note(String line, Runnable also) {
        transactions.afterCommit(() -> {
            synchronized (this) {
                told.add(line);
                also.run();
            }
        });
    }
}
