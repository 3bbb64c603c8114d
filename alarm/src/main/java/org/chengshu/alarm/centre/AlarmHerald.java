package org.chengshu.alarm.centre;

import java.util.Map;
import java.util.Optional;
import org.chengshu.alarm.Alarm;
import org.chengshu.alarm.AlarmAcknowledged;
import org.chengshu.alarm.AlarmCleared;
import org.chengshu.alarm.AlarmCourse;
import org.chengshu.alarm.AlarmRaised;
import org.chengshu.alarm.AlarmRule;
import org.chengshu.alarm.AlarmSeverityChanged;
import org.chengshu.alarm.AlarmState;
import org.chengshu.alarm.Signal;
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

    void raised(NewAlarm alarm) {
        Signal signal = alarm.signal();
        AlarmRule rule = signal.rule();
        SubjectView view = signal.subject();
        Subject subject = view.subject();
        if (signal.announce() && alarm.suppression().isEmpty()) {
            outbox.emit(new AlarmRaised(
                    alarm.id().value(),
                    rule.id(),
                    rule.sort().word(),
                    subject.kind(),
                    subject.id(),
                    view.title(),
                    rule.title(),
                    view.areaPath(),
                    rule.severity().level(),
                    signal.raisedAt(),
                    signal.historical()));
        }
        publish(fresh(alarm));
    }

    void severityChanged(AlarmStore.Changed change) {
        Alarm alarm = change.alarm();
        Subject subject = alarm.subject().subject();
        if (alarm.suppression().isEmpty()) {
            outbox.emit(new AlarmSeverityChanged(
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
                    change.at()));
        }
        publish(alarm);
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

    void cleared(Alarm alarm) {
        Optional<String> byHand = alarm.course().clearedByHand().map(AlarmCourse.ByHand::by);
        if (byHand.isPresent() || alarm.course().countsSince().isPresent()) {
            outbox.emit(cleared(alarm, byHand));
        }
        publish(alarm);
    }

    private static AlarmCleared cleared(Alarm alarm, Optional<String> byHand) {
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
                byHand);
    }

    /** Tells open screens alone. */
    public void publish(Alarm alarm) {
        if (!alarm.historical()) {
            live.publish(TOPIC, alarm.subject().areaPath(), AlarmItem.of(alarm));
        }
    }

    private static Alarm fresh(NewAlarm alarm) {
        Signal signal = alarm.signal();
        return new Alarm(
                alarm.id(),
                signal.rule(),
                signal.subject(),
                AlarmState.RAISED,
                signal.since(),
                signal.raisedAt(),
                alarm.recordedAt(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                signal.values(),
                Map.of(),
                signal.historical(),
                AlarmCourse.fresh(signal.rule().severity(), alarm.recordedAt(), alarm.suppression()));
    }
}
