package org.chengshu.cases.verify;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.chengshu.alarm.AlarmId;
import org.chengshu.alarm.Alarms;
import org.chengshu.cases.alarms.CaseAlarms;
import org.chengshu.cases.alarms.JoinedAlarm;
import org.chengshu.cases.handling.Actor;
import org.chengshu.cases.handling.CaseAction;
import org.chengshu.cases.handling.CaseClosing;
import org.chengshu.cases.handling.CaseFile;
import org.chengshu.cases.handling.Timeline.Deed;
import org.chengshu.cases.kinds.CaseKind;
import org.chengshu.core.access.Viewer;
import org.chengshu.kernel.Ids;
import org.springframework.stereotype.Component;

/** Closes a locked case on a sensor's word and keeps the evidence. */
@Component
final class SensorClosing {
    private final CaseClosing closing;
    private final CaseAlarms joined;
    private final Alarms alarms;
    private final VerificationStore store;
    private final EvidenceStore evidences;
    private final Clock clock;

    SensorClosing(
            CaseClosing closing,
            CaseAlarms joined,
            Alarms alarms,
            VerificationStore store,
            EvidenceStore evidences,
            Clock clock) {
        this.closing = closing;
        this.joined = joined;
        this.alarms = alarms;
        this.store = store;
        this.evidences = evidences;
        this.clock = clock;
    }

    void close(CaseFile file, CaseKind kind, Proof proof) {
        Evidence evidence = evidence(file, proof);
        evidences.add(file.id(), evidence);
        store.forget(file.id());
        Deed deed = Deed.of(CaseAction.VERIFIED, Actor.SENSOR, proof.closedAt())
                .with(Map.of(
                        "evidence", evidence.id().toString(),
                        "clearSince", evidence.clearSince().toString(),
                        "lastSeen", evidence.lastSeen().toString(),
                        "verifyFor", evidence.verifyFor()));
        closing.close(file, kind, deed, Optional.of(evidence.id()));
    }

    private Evidence evidence(CaseFile file, Proof proof) {
        Instant now = clock.instant();
        List<AlarmId> ids = joined.list(file.id()).stream().map(JoinedAlarm::id).toList();
        return new Evidence(
                Ids.at(now),
                ids.stream().map(AlarmId::value).toList(),
                proof.clearSince(),
                proof.from(),
                proof.to(),
                proof.lastSeen(),
                proof.maxSilence().map(Duration::toString),
                proof.verifyFor().toString(),
                values(ids),
                now);
    }

    // By rule; of several alarms of one rule the latest tells.
    private Map<String, Object> values(List<AlarmId> ids) {
        Map<String, Object> values = new TreeMap<>();
        for (AlarmId id : ids) {
            alarms.find(id, Viewer.system())
                    .ifPresent(alarm -> values.put(alarm.rule().id(), alarm.clearedValues()));
        }
        return values;
    }
}
