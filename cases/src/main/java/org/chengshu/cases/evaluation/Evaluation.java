package org.chengshu.cases.evaluation;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.kernel.Text;

/**
 * One computation for a range of time. {@code digest} is over all figures: two computations of one range that have the same
 * digest told the same; {@code confirmations} says how often that was the case.
 */
record Evaluation(
        UUID id,
        String scheme,
        Text title,
        Instant from,
        Instant to,
        Instant computedAt,
        String computedBy,
        String state,
        int cases,
        Optional<String> digest,
        int confirmations,
        Optional<Instant> confirmedAt) {}
