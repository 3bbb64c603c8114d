package org.chengshu.alarm.centre;

import java.util.Map;
import java.util.Optional;
import org.chengshu.alarm.Alarm;
import org.chengshu.alarm.AlarmAcknowledged;
import org.chengshu.alarm.AlarmCleared;
import org.chengshu.alarm.AlarmRaised;
import org.chengshu.alarm.AlarmRule;
import org.chengshu.alarm.AlarmState;
import org.chengshu.alarm.Signal;
import org.chengshu.alarm.Subject;
import org.chengshu.alarm.SubjectView;
import org.chengshu.core.events.Outbox;
import org.chengshu.core.live.Live;
import org.springframework.stereotype.Component;

/** Tells other modules (outbox, same transaction) and open screens (after commit) what became of an alarm. */
@Component
final class AlarmHerald {
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
        if (signal.announce()) {
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
        Subject subject = alarm.subject().subject();
        outbox.emit(new AlarmCleared(
                alarm.id().value(),
                alarm.rule().id(),
                alarm.rule().sort().word(),
                subject.kind(),
                subject.id(),
                alarm.subject().areaPath(),
                alarm.rule().severity().level(),
                alarm.clearedAt().orElseThrow(),
                alarm.historical()));
        publish(alarm);
    }

    private void publish(Alarm alarm) {
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
                signal.historical());
    }
}
