package org.chengshu.cases.deadline;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.kernel.Text;

/** A request to stop the clocks of a case or for more time, with its case. */
record ClockRequestItem(
        UUID id,
        UUID caseId,
        String caseNumber,
        Text caseTitle,
        Optional<String> department,
        long seq,
        String what,
        String stage,
        Optional<String> more,
        Optional<String> reason,
        String state,
        Instant askedAt,
        Optional<String> askedBy,
        Optional<Instant> decidedAt,
        Optional<String> decidedBy,
        Optional<String> decision) {}
