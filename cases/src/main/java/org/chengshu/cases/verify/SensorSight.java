package org.chengshu.cases.verify;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.chengshu.alarm.Alarm;
import org.chengshu.alarm.AlarmSort;
import org.chengshu.alarm.Alarms;
import org.chengshu.alarm.Subject;
import org.chengshu.cases.alarms.CaseAlarms;
import org.chengshu.cases.alarms.JoinedAlarm;
import org.chengshu.cases.handling.CaseFile;
import org.chengshu.cases.handling.CaseSubject;
import org.chengshu.core.spi.Witness;
import org.springframework.stereotype.Component;

/** Gathers what {@link Verification} looks at. */
@Component
final class SensorSight {
    private final CaseAlarms joined;
    private final Alarms alarms;
    private final Witnesses witnesses;

    SensorSight(CaseAlarms joined, Alarms alarms, Witnesses witnesses) {
        this.joined = joined;
        this.alarms = alarms;
        this.witnesses = witnesses;
    }

    Verification.Sight of(CaseFile file, Instant now) {
        CaseSubject about = file.subject().orElseThrow();
        Subject subject = new Subject(about.kind(), about.id());
        Optional<Instant> clearSince = clearSince(joined.list(file.id()));
        Optional<Witness> witness = witnesses.find(about.kind(), about.id());
        return new Verification.Sight(
                now,
                clearSince,
                witness.flatMap(Witness::lastSeen),
                witness.flatMap(Witness::maxSilence),
                alarms.openOn(subject).stream().anyMatch(SensorSight::isSilence),
                clearSince.flatMap(from -> silenceClearedAt(subject, from, now)));
    }

    /** Since when all alarms are clear, as the platform knows it: a device's clock cannot set it back. */
    static Optional<Instant> clearSince(List<JoinedAlarm> alarms) {
        if (alarms.stream().anyMatch(alarm -> alarm.clearedAt().isEmpty())) {
            return Optional.empty();
        }
        return alarms.stream()
                .map(alarm -> later(
                        alarm.clearedAt().orElseThrow(), alarm.clearRecordedAt().orElseThrow()))
                .max(Instant::compareTo);
    }

    private Optional<Instant> silenceClearedAt(Subject subject, Instant from, Instant now) {
        return alarms.clearedOn(subject, from, now).stream()
                .filter(SensorSight::isSilence)
                .flatMap(alarm -> alarm.clearRecordedAt().stream())
                .max(Instant::compareTo);
    }

    private static boolean isSilence(Alarm alarm) {
        return alarm.rule().sort() == AlarmSort.SILENCE;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
