package org.chengshu.cases.verify;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.chengshu.alarm.AlarmId;
import org.chengshu.alarm.Alarms;
import org.chengshu.alarm.Subject;
import org.chengshu.cases.alarms.CaseAlarms;
import org.chengshu.cases.alarms.JoinedAlarm;
import org.chengshu.cases.handling.CaseFile;
import org.chengshu.cases.handling.CaseSubject;
import org.chengshu.core.spi.Witness;
import org.springframework.stereotype.Component;

/**
 * Looks for the proof of a case of history among the history itself: the same definition on the subject's own time. There
 * the sensor's readings are all there is; nobody of the past can be asked whether they handled it.
 */
@Component
final class HistoryProof {
    private final CaseAlarms joined;
    private final Alarms alarms;
    private final Witnesses witnesses;

    HistoryProof(CaseAlarms joined, Alarms alarms, Witnesses witnesses) {
        this.joined = joined;
        this.alarms = alarms;
        this.witnesses = witnesses;
    }

    Optional<Proof> find(CaseFile file, Duration verifyFor, Instant now) {
        List<JoinedAlarm> own = joined.list(file.id());
        CaseSubject subject = file.subject().orElseThrow();
        Instant from = own.stream()
                .map(alarm -> alarm.clearedAt().orElseThrow())
                .max(Instant::compareTo)
                .orElseThrow();
        Instant to = from.plus(verifyFor);
        if (to.isAfter(now) || anotherCame(subject, own, from, to)) {
            return Optional.empty();
        }
        Optional<Duration> maxSilence =
                witnesses.find(subject.kind(), subject.id()).flatMap(Witness::maxSilence);
        return witnesses
                .heardThroughout(subject.kind(), subject.id(), from, to)
                .map(seen -> new Proof(from, from, verifyFor, seen, maxSilence, to));
    }

    // Its event may still be on the way; it will join the case, and the clock starts anew.
    private boolean anotherCame(CaseSubject subject, List<JoinedAlarm> own, Instant from, Instant to) {
        Set<AlarmId> known = own.stream().map(JoinedAlarm::id).collect(Collectors.toSet());
        Set<String> rules = own.stream().map(JoinedAlarm::rule).collect(Collectors.toSet());
        return alarms.historicalOn(new Subject(subject.kind(), subject.id()), from, to).stream()
                .anyMatch(alarm -> !known.contains(alarm.id())
                        && rules.contains(alarm.rule().id()));
    }
}
