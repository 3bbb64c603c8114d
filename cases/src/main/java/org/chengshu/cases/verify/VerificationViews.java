package org.chengshu.cases.verify;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.chengshu.cases.handling.CaseFile;
import org.chengshu.cases.kinds.CaseKind;
import org.chengshu.cases.verify.Verification.Block;
import org.chengshu.cases.verify.Verification.Progress;
import org.chengshu.cases.verify.Verification.Sight;
import org.chengshu.flow.CityCase;
import org.springframework.stereotype.Component;

/** Tells people how a verification stands at this moment, without changing it. */
@Component
public final class VerificationViews {
    private static final String AWAITS_HANDLING = "awaits-handling";

    private final SensorSight sights;
    private final VerificationStore store;
    private final Clock clock;

    VerificationViews(SensorSight sights, VerificationStore store, Clock clock) {
        this.sights = sights;
        this.store = store;
        this.clock = clock;
    }

    public VerificationView of(CaseFile file, CaseKind kind) {
        if (file.verifiedByRun()) {
            return VerificationView.byRun(file.closed() ? Optional.empty() : Optional.of("finding-open"));
        }
        if (file.verifiedByCheck()) {
            return VerificationView.byCheck();
        }
        if (!file.verifiedBySensor() || kind.verifyFor().isEmpty()) {
            return VerificationView.byOfficer();
        }
        Duration verifyFor = kind.verifyFor().get();
        Sight sight = sights.of(file, clock.instant());
        Progress progress = file.closed() ? Progress.NONE : Verification.check(store.find(file.id()), sight, verifyFor);
        return new VerificationView(
                "sensor",
                Optional.of(verifyFor.toString()),
                sight.clearSince(),
                progress.runningSince(),
                progress.eligibleAt(verifyFor),
                sight.lastSeen(),
                sight.maxSilence().map(Duration::toString),
                blockedBy(file, kind, progress));
    }

    private static Optional<String> blockedBy(CaseFile file, CaseKind kind, Progress progress) {
        boolean early = !file.closed() && !file.stage().equals(CityCase.VERIFY) && !kind.closeWithoutHandling();
        return progress.block().map(Block::word).or(() -> early ? Optional.of(AWAITS_HANDLING) : Optional.empty());
    }
}
