package org.chengshu.cases.verify;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengshu.alarm.AlarmId;
import org.chengshu.alarm.Alarms;
import org.chengshu.cases.CaseId;
import org.chengshu.cases.alarms.CaseAlarms;
import org.chengshu.cases.alarms.JoinedAlarm;
import org.chengshu.cases.handling.Actor;
import org.chengshu.cases.handling.CaseAction;
import org.chengshu.cases.handling.CaseClosing;
import org.chengshu.cases.handling.CaseFile;
import org.chengshu.cases.handling.CaseStore;
import org.chengshu.cases.handling.Timeline.Deed;
import org.chengshu.cases.kinds.CaseKind;
import org.chengshu.cases.kinds.CaseKinds;
import org.chengshu.cases.verify.Verification.Progress;
import org.chengshu.cases.verify.Verification.Sight;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.db.Transactions;
import org.chengshu.flow.CityCase;
import org.chengshu.kernel.Ids;
import org.springframework.stereotype.Component;

/** Lets sensors close cases. Each check of a case is one transaction under the case's lock. */
@Component
final class CaseVerifier {
    private final CaseStore cases;
    private final CaseKinds kinds;
    private final CaseClosing closing;
    private final CaseAlarms joined;
    private final Alarms alarms;
    private final SensorSight sights;
    private final VerificationStore store;
    private final EvidenceStore evidences;
    private final Transactions transactions;
    private final Clock clock;

    CaseVerifier(
            CaseStore cases,
            CaseKinds kinds,
            CaseClosing closing,
            CaseAlarms joined,
            Alarms alarms,
            SensorSight sights,
            VerificationStore store,
            EvidenceStore evidences,
            Transactions transactions,
            Clock clock) {
        this.cases = cases;
        this.kinds = kinds;
        this.closing = closing;
        this.joined = joined;
        this.alarms = alarms;
        this.sights = sights;
        this.store = store;
        this.evidences = evidences;
        this.transactions = transactions;
        this.clock = clock;
    }

    void checkAll() {
        store.waiting().forEach(this::check);
    }

    /** Leaves a case that somebody is working on for the next round. */
    void check(CaseId id) {
        transactions.run(() -> cases.tryLock(id)
                .filter(file -> file.verifiedBySensor() && !file.closed())
                .ifPresent(this::checkLocked));
    }

    private void checkLocked(CaseFile file) {
        CaseKind kind = kinds.get(file.kind());
        Optional<Duration> verifyFor = kind.verifyFor();
        if (verifyFor.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        Sight sight = sights.of(file, now);
        Progress before = store.find(file.id());
        Progress progress = Verification.check(before, sight, verifyFor.get());
        boolean ripe = file.stage().equals(CityCase.VERIFY) || kind.closeWithoutHandling();
        if (ripe && progress.verified(now, verifyFor.get())) {
            close(file, kind, sight, progress);
        } else if (!progress.equals(before)) {
            store.save(file.id(), progress, now);
        }
    }

    private void close(CaseFile file, CaseKind kind, Sight sight, Progress progress) {
        Evidence evidence = evidence(file, kind, sight, progress);
        evidences.add(file.id(), evidence);
        store.forget(file.id());
        Deed deed = Deed.of(CaseAction.VERIFIED, Actor.SENSOR, sight.now())
                .with(Map.of(
                        "evidence", evidence.id().toString(),
                        "clearSince", evidence.clearSince().toString(),
                        "lastSeen", evidence.lastSeen().toString(),
                        "verifyFor", evidence.verifyFor()));
        closing.close(file, kind, deed, Optional.of(evidence.id()));
    }

    private Evidence evidence(CaseFile file, CaseKind kind, Sight sight, Progress progress) {
        Duration verifyFor = kind.verifyFor().orElseThrow();
        Instant from = progress.runningSince().orElseThrow();
        List<AlarmId> ids = joined.list(file.id()).stream().map(JoinedAlarm::id).toList();
        return new Evidence(
                Ids.at(sight.now()),
                ids.stream().map(AlarmId::value).toList(),
                sight.clearSince().orElseThrow(),
                from,
                from.plus(verifyFor),
                sight.lastSeen().orElseThrow(),
                sight.maxSilence().map(Duration::toString),
                verifyFor.toString(),
                values(ids),
                sight.now());
    }

    // By rule; of several alarms of one rule the latest tells.
    private Map<String, Object> values(List<AlarmId> ids) {
        Map<String, Object> values = new java.util.TreeMap<>();
        for (AlarmId id : ids) {
            alarms.find(id, Viewer.system())
                    .ifPresent(alarm -> values.put(alarm.rule().id(), alarm.clearedValues()));
        }
        return values;
    }
}
