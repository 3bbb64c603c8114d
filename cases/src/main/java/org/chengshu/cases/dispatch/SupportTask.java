package org.chengshu.cases.dispatch;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.kernel.Text;

/** What one supporting department is to do for a case. */
record SupportTask(
        UUID id,
        UUID caseId,
        String caseNumber,
        Text caseTitle,
        String department,
        String words,
        String state,
        Instant askedAt,
        String askedBy,
        Optional<Instant> due,
        Instant changedAt,
        Optional<String> changedBy,
        Optional<String> reason) {}
