package org.chengshu.alarm.centre;

import java.time.Instant;
import java.util.List;
import org.chengshu.alarm.Alarm;
import org.chengshu.alarm.AlarmAcknowledged;
import org.chengshu.alarm.AlarmCleared;
import org.chengshu.alarm.AlarmCourse;
import org.chengshu.alarm.AlarmRaised;
import org.chengshu.alarm.AlarmResumed;
import org.chengshu.alarm.AlarmRule;
import org.chengshu.alarm.AlarmSeverityChanged;
import org.chengshu.alarm.Subject;
import org.chengshu.alarm.SubjectView;
import org.chengshu.core.events.Outbox;
import org.chengshu.core.live.Live;
import org.springframework.stereotype.Component;

/** Tells other modules (outbox, same transaction) and open screens (after commit) what became of an alarm. */
@Component
public final class AlarmHerald {
    static final String TOPIC = "alarm";

    private final Outbox outbox;
    private final Live live;

    AlarmHerald(Outbox outbox, Live live) {
        this.outbox = outbox;
        this.live = live;
    }

    /** A fresh alarm; {@code announce} is false for history that nobody asked for. */
    record Raised(Alarm alarm, boolean announce) {}

    /** They were there without counting, and begin to count. */
    public void woken(List<Alarm> alarms) {
        raised(alarms.stream().map(alarm -> new Raised(alarm, true)).toList());
    }

    /** They begin to count, or are there though they do not. */
    void raised(List<Raised> fresh) {
        outbox.emitAll(fresh.stream()
                .filter(one -> one.announce && one.alarm.suppression().isEmpty())
                .map(one -> event(one.alarm))
                .toList());
        fresh.forEach(one -> publish(one.alarm));
    }

    private static AlarmRaised event(Alarm alarm) {
        AlarmRule rule = alarm.rule();
        SubjectView view = alarm.subject();
        return new AlarmRaised(
                alarm.id().value(),
                rule.id(),
                rule.sort().word(),
                view.subject().kind(),
                view.subject().id(),
                view.title(),
                rule.title(),
                view.areaPath(),
                rule.severity().level(),
                alarm.raisedAt(),
                alarm.historical());
    }

    /** It waits for somebody again. */
    public void resumed(Alarm alarm, Instant at) {
        Subject subject = alarm.subject().subject();
        outbox.emit(new AlarmResumed(alarm.id().value(), subject.kind(), subject.id(), at));
        publish(alarm);
    }

    void severityChanged(List<AlarmStore.Changed> changes) {
        outbox.emitAll(changes.stream()
                .filter(change -> change.alarm().suppression().isEmpty())
                .map(AlarmHerald::event)
                .toList());
        changes.forEach(change -> publish(change.alarm()));
    }

    private static AlarmSeverityChanged event(AlarmStore.Changed change) {
        Alarm alarm = change.alarm();
        Subject subject = alarm.subject().subject();
        return new AlarmSeverityChanged(
                alarm.id().value(),
                alarm.rule().id(),
                alarm.rule().sort().word(),
                subject.kind(),
                subject.id(),
                alarm.subject().title(),
                alarm.rule().title(),
                alarm.subject().areaPath(),
                change.from().level(),
                alarm.rule().severity().level(),
                change.at());
    }

    void acknowledged(Alarm alarm) {
        Subject subject = alarm.subject().subject();
        outbox.emit(new AlarmAcknowledged(
                alarm.id().value(),
                alarm.rule().id(),
                subject.kind(),
                subject.id(),
                alarm.subject().areaPath(),
                alarm.acknowledgedBy().orElseThrow(),
                alarm.acknowledgedAt().orElseThrow()));
        publish(alarm);
    }

    /** They are clear; what only a person clears is not, and screens alone hear that its condition is over. */
    void cleared(List<Alarm> alarms) {
        outbox.emitAll(alarms.stream()
                .filter(alarm -> alarm.clearedAt().isPresent())
                .filter(alarm -> alarm.course().clearedByHand().isPresent()
                        || alarm.course().countsSince().isPresent())
                .map(AlarmHerald::cleared)
                .toList());
        alarms.forEach(this::publish);
    }

    private static AlarmCleared cleared(Alarm alarm) {
        Subject subject = alarm.subject().subject();
        return new AlarmCleared(
                alarm.id().value(),
                alarm.rule().id(),
                alarm.rule().sort().word(),
                subject.kind(),
                subject.id(),
                alarm.subject().areaPath(),
                alarm.rule().severity().level(),
                alarm.clearedAt().orElseThrow(),
                alarm.historical(),
                alarm.course().clearedByHand().map(AlarmCourse.ByHand::by));
    }

    /** Tells open screens alone. */
    public void publish(Alarm alarm) {
        if (!alarm.historical()) {
            live.publish(TOPIC, alarm.subject().areaPath(), AlarmItem.of(alarm));
        }
    }
}
