package org.chengshu.cases.dispatch;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.kernel.Text;

/** A department says that a case is not its own, and what was decided. */
record CaseDispute(
        UUID id,
        UUID caseId,
        String caseNumber,
        Text caseTitle,
        String department,
        Optional<String> proposed,
        String reason,
        String state,
        Instant disputedAt,
        String disputedBy,
        Optional<String> ruling,
        Optional<String> rulingReason,
        Optional<Instant> decidedAt,
        Optional<String> decidedBy) {}
