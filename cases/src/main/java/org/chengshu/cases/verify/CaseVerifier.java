package org.chengshu.cases.verify;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.chengshu.cases.CaseId;
import org.chengshu.cases.alarms.CaseAlarms;
import org.chengshu.cases.handling.CaseClosing;
import org.chengshu.cases.handling.CaseFile;
import org.chengshu.cases.handling.CaseStore;
import org.chengshu.cases.kinds.CaseKind;
import org.chengshu.cases.kinds.CaseKinds;
import org.chengshu.cases.verify.Verification.Progress;
import org.chengshu.cases.verify.Verification.Sight;
import org.chengshu.core.db.Transactions;
import org.chengshu.flow.CityCase;
import org.springframework.stereotype.Component;

/** Lets sensors close cases. Each check of a case is one transaction under the case's lock. */
@Component
final class CaseVerifier {
    private static final Duration HISTORY_RESTS = Duration.ofSeconds(20);

    private final CaseStore cases;
    private final CaseKinds kinds;
    private final CaseAlarms joined;
    private final SensorSight sights;
    private final HistoryProof history;
    private final SensorClosing closing;
    private final VerificationStore store;
    private final List<CaseClosing.Guard> guards;
    private final Transactions transactions;
    private final Clock clock;

    CaseVerifier(
            CaseStore cases,
            CaseKinds kinds,
            CaseAlarms joined,
            SensorSight sights,
            HistoryProof history,
            SensorClosing closing,
            VerificationStore store,
            List<CaseClosing.Guard> guards,
            Transactions transactions,
            Clock clock) {
        this.cases = cases;
        this.kinds = kinds;
        this.joined = joined;
        this.sights = sights;
        this.history = history;
        this.closing = closing;
        this.store = store;
        this.guards = List.copyOf(guards);
        this.transactions = transactions;
        this.clock = clock;
    }

    void checkAll() {
        store.waiting(clock.instant().minus(HISTORY_RESTS)).forEach(this::check);
    }

    /** Leaves a case that somebody is working on for the next round. */
    void check(CaseId id) {
        transactions.run(() -> cases.tryLock(id)
                .filter(file -> file.verifiedBySensor() && !file.closed())
                .ifPresent(this::checkLocked));
    }

    private void checkLocked(CaseFile file) {
        CaseKind kind = kinds.get(file.kind());
        if (kind.verifyFor().isEmpty()) {
            return;
        }
        Duration verifyFor = kind.verifyFor().get();
        Instant now = clock.instant();
        Optional<Proof> past = pastProof(file, verifyFor, now);
        if (past.isPresent()) {
            closing.close(file, kind, past.get());
        } else {
            checkPresent(file, kind, verifyFor, now);
        }
    }

    private Optional<Proof> pastProof(CaseFile file, Duration verifyFor, Instant now) {
        boolean ofHistory = file.historical()
                && joined.list(file.id()).stream()
                        .allMatch(alarm -> alarm.clearedAt().isPresent());
        return ofHistory ? history.find(file, verifyFor, now) : Optional.empty();
    }

    private void checkPresent(CaseFile file, CaseKind kind, Duration verifyFor, Instant now) {
        Sight sight = sights.of(file, now);
        Progress before = store.find(file.id());
        Progress progress = Verification.check(before, sight, verifyFor);
        boolean ripe = file.stage().equals(CityCase.VERIFY) || kind.closeWithoutHandling();
        if (ripe && progress.verified(now, verifyFor) && unopposed(file, kind)) {
            closing.close(file, kind, proof(sight, progress, verifyFor));
        } else if (file.historical() || !progress.equals(before)) {
            store.save(file.id(), progress, now);
        }
    }

    private boolean unopposed(CaseFile file, CaseKind kind) {
        return !file.stage().equals(CityCase.VERIFY)
                || guards.stream().allMatch(guard -> guard.objection(file, kind).isEmpty());
    }

    private static Proof proof(Sight sight, Progress progress, Duration verifyFor) {
        return new Proof(
                sight.clearSince().orElseThrow(),
                progress.runningSince().orElseThrow(),
                verifyFor,
                sight.lastSeen().orElseThrow(),
                sight.maxSilence(),
                sight.now());
    }
}
