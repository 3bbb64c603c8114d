package org.chengshu.cases.findings;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.cases.CaseId;

/** A finding of a case: the run that raised it last, and the run that passed, if one has. */
public record JoinedFinding(
        UUID finding,
        CaseId caseId,
        Instant raisedAt,
        UUID raisedRun,
        Optional<Instant> settledAt,
        Optional<UUID> settledRun,
        boolean withdrawn) {
    /** Whether a run has proved that the rule holds again; that it was withdrawn proves nothing. */
    public boolean proved() {
        return settledRun.isPresent() && !withdrawn;
    }
}
