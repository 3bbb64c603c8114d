package org.chengshu.cases.dispatch;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.kernel.Text;

/** Somebody asked for haste. */
record Urge(
        UUID id,
        UUID caseId,
        String caseNumber,
        Text caseTitle,
        String origin,
        Optional<String> department,
        String words,
        Instant urgedAt,
        Optional<String> urgedBy) {}
