package org.chengshu.cases.evaluation;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One thing that counts, read off a line of a case's history: {@code n} times it could have been, {@code value} of them it
 * was (or that many seconds, or points of satisfaction). Charged to the department and post of the line.
 */
record CaseMark(
        UUID caseId,
        long seq,
        Measure measure,
        Instant at,
        String areaPath,
        Optional<String> department,
        Optional<String> post,
        int n,
        long value) {
    /** The same in every computation over the same history. */
    UUID id() {
        String name = caseId + " " + seq + " " + measure.word() + " " + n;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
