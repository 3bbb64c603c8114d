package org.chengshu.cases.part;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.cases.CaseId;

/** A part of a handler's task that he asked of a department, or of one person; {@code orgPath} is that person's organisation. */
record CasePart(
        UUID id,
        CaseId caseId,
        String words,
        Optional<String> org,
        Optional<String> orgPath,
        Optional<UUID> personId,
        Optional<String> person,
        PartState state,
        Optional<Instant> due,
        Instant askedAt,
        UUID askedById,
        String askedBy,
        Instant changedAt,
        Optional<String> changedBy,
        Optional<String> note) {
    boolean isOpen() {
        return state == PartState.OPEN;
    }
}
