package org.chengshu.cases.dispatch;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.kernel.Text;

/** The supervision of a case: level 1 (usual) to 3 (publicly posted), what was demanded, what was answered. */
record Supervision(
        UUID id,
        UUID caseId,
        String caseNumber,
        Text caseTitle,
        Optional<String> department,
        int level,
        String reason,
        String origin,
        String state,
        Instant raisedAt,
        Optional<String> raisedBy,
        Instant answerDue,
        boolean late,
        Optional<String> answer,
        Optional<Instant> answeredAt,
        Optional<String> answeredBy,
        int refused,
        Optional<Instant> endedAt,
        Optional<String> endedBy,
        Optional<String> ending) {}
