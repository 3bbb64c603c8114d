package org.chengshu.cases.verify;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.chengshu.cases.alarms.PastClosing;
import org.chengshu.cases.handling.CaseFile;
import org.chengshu.cases.kinds.CaseKind;
import org.springframework.stereotype.Component;

@Component
final class PastVerifier implements PastClosing {
    private final HistoryProof history;
    private final SensorClosing closing;
    private final Clock clock;

    PastVerifier(HistoryProof history, SensorClosing closing, Clock clock) {
        this.history = history;
        this.closing = closing;
        this.clock = clock;
    }

    @Override
    public boolean closeIfOverBy(CaseFile file, CaseKind kind, Instant moment) {
        if (!file.verifiedBySensor()) {
            return false;
        }
        Optional<Proof> proof = kind.verifyFor()
                .flatMap(verifyFor -> history.find(file, verifyFor, clock.instant()))
                .filter(found -> !found.closedAt().isAfter(moment));
        proof.ifPresent(found -> closing.close(file, kind, found));
        return proof.isPresent();
    }
}
