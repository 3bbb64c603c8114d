package org.chengshu.cases.alarms;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.chengshu.alarm.Alarm;
import org.chengshu.alarm.AlarmId;
import org.chengshu.alarm.Alarms;
import org.chengshu.cases.CaseId;
import org.chengshu.cases.handling.Actor;
import org.chengshu.cases.handling.CaseAction;
import org.chengshu.cases.handling.CaseClosing;
import org.chengshu.cases.handling.CaseFile;
import org.chengshu.cases.handling.CaseMover;
import org.chengshu.cases.handling.CaseOpening;
import org.chengshu.cases.handling.CaseStore;
import org.chengshu.cases.handling.CaseSubject;
import org.chengshu.cases.handling.NewCase;
import org.chengshu.cases.handling.Timeline.Deed;
import org.chengshu.cases.kinds.CaseKind;
import org.chengshu.cases.kinds.CaseKinds;
import org.chengshu.cases.kinds.CaseOpeners;
import org.chengshu.core.access.Viewer;
import org.chengshu.flow.CityCase;
import org.chengshu.kernel.Text;
import org.springframework.stereotype.Component;

/** Decides what an alarm means to the cases: join the open one, take up the one just closed, or open a new one. */
@Component
final class AlarmIntake {
    private final Alarms alarms;
    private final CaseAlarms joined;
    private final CaseOpeners openers;
    private final CaseKinds kinds;
    private final CaseStore store;
    private final CaseOpening opening;
    private final CaseClosing closing;
    private final CaseMover mover;
    private final PastClosing past;
    private final Clock clock;

    AlarmIntake(
            Alarms alarms,
            CaseAlarms joined,
            CaseOpeners openers,
            CaseKinds kinds,
            CaseStore store,
            CaseOpening opening,
            CaseClosing closing,
            CaseMover mover,
            PastClosing past,
            Clock clock) {
        this.alarms = alarms;
        this.joined = joined;
        this.openers = openers;
        this.kinds = kinds;
        this.store = store;
        this.opening = opening;
        this.closing = closing;
        this.mover = mover;
        this.past = past;
        this.clock = clock;
    }

    void raised(AlarmId id) {
        Alarm alarm = alarms.get(id, Viewer.system());
        Optional<CaseKind> kind = openers.kindFor(
                        alarm.rule().id(), alarm.rule().severity().level())
                .flatMap(kinds::findInUse);
        if (kind.isEmpty() || joined.caseOf(id).isPresent()) {
            return;
        }
        joined.join(place(alarm, kind.get()).id(), alarm);
    }

    void cleared(AlarmId id) {
        Optional<CaseId> of = joined.caseOf(id);
        if (of.isEmpty()) {
            return;
        }
        CaseFile file = store.lock(of.get());
        Alarm alarm = alarms.get(id, Viewer.system());
        if (joined.cleared(alarm) && !file.closed()) {
            Instant at = alarm.historical() ? alarm.clearedAt().orElseThrow() : clock.instant();
            mover.note(
                    file,
                    Deed.of(CaseAction.ALARM_CLEARED, Actor.SENSOR, at).with(words(alarm, alarm.clearedValues())));
        }
    }

    private CaseFile place(Alarm alarm, CaseKind kind) {
        CaseSubject subject = subject(alarm);
        Optional<CaseFile> open = store.lockOpenOn(kind.id(), subject, alarm.historical())
                .flatMap(file -> alarm.historical() ? stillOpen(file, kind, alarm) : Optional.of(file));
        if (open.isPresent()) {
            return join(open.get(), kind, alarm);
        }
        return kind.reopenWithin()
                .flatMap(within -> store.lockClosedOn(
                        kind.id(),
                        subject,
                        alarm.rule().id(),
                        alarm.historical(),
                        when(alarm).minus(within)))
                .map(file -> reopen(file, kind, alarm))
                .orElseGet(() -> open(kind, subject, alarm));
    }

    private Optional<CaseFile> stillOpen(CaseFile file, CaseKind kind, Alarm alarm) {
        hearClearings(file.id());
        CaseFile current = store.lock(file.id());
        boolean allClear =
                joined.list(file.id()).stream().allMatch(own -> own.clearedAt().isPresent());
        boolean over = allClear && past.closeIfOverBy(current, kind, alarm.raisedAt());
        return over ? Optional.empty() : Optional.of(current);
    }

    // The clearing of an earlier alarm may be on record and not have been heard yet.
    private void hearClearings(CaseId id) {
        joined.list(id).stream()
                .filter(own -> own.clearedAt().isEmpty())
                .map(JoinedAlarm::id)
                .filter(own -> alarms.find(own, Viewer.system())
                        .flatMap(Alarm::clearedAt)
                        .isPresent())
                .forEach(this::cleared);
    }

    // The matter is not put right after all when its alarm returns while the sensor is being waited for.
    private CaseFile join(CaseFile file, CaseKind kind, Alarm alarm) {
        if (file.stage().equals(CityCase.VERIFY)) {
            return mover.backToWork(file, kind, deed(CaseAction.ALARM_RETURNED, alarm));
        }
        return mover.note(file, deed(CaseAction.ALARM_JOINED, alarm));
    }

    private CaseFile reopen(CaseFile file, CaseKind kind, Alarm alarm) {
        return closing.reopen(file, kind, deed(CaseAction.REOPEN, alarm));
    }

    private CaseFile open(CaseKind kind, CaseSubject subject, Alarm alarm) {
        NewCase fresh = new NewCase(
                kind,
                title(alarm),
                Optional.empty(),
                alarm.rule().severity(),
                Optional.of(alarm.rule().id()),
                Optional.of(subject),
                alarm.subject().areaPath(),
                alarm.subject().position(),
                Optional.empty(),
                Optional.empty(),
                when(alarm),
                alarm.historical(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return opening.open(fresh, deed(CaseAction.REPORT, alarm));
    }

    private Deed deed(CaseAction action, Alarm alarm) {
        return Deed.of(action, Actor.SENSOR, when(alarm)).with(words(alarm, alarm.values()));
    }

    // History happens at its own time; the present happens now, whatever a device's clock says.
    private Instant when(Alarm alarm) {
        return alarm.historical() ? alarm.raisedAt() : clock.instant();
    }

    private static Map<String, Object> words(Alarm alarm, Map<String, Object> values) {
        return Map.of(
                "alarm", alarm.id().toString(),
                "rule", alarm.rule().id(),
                "severity", alarm.rule().severity().level(),
                "values", values);
    }

    private static CaseSubject subject(Alarm alarm) {
        return new CaseSubject(
                alarm.subject().subject().kind(),
                alarm.subject().subject().id(),
                alarm.subject().title());
    }

    private static Text title(Alarm alarm) {
        Text subject = alarm.subject().title();
        Text rule = alarm.rule().title();
        return Text.of(subject.zh() + "：" + rule.zh(), subject.en() + ": " + rule.en());
    }
}
