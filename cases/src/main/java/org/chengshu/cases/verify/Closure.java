package org.chengshu.cases.verify;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** One closure of a case: when, by a sensor, an officer or a run of quality rules, who, why, on what evidence. */
public record Closure(
        UUID id,
        UUID caseId,
        Instant closedAt,
        String closedBy,
        Optional<String> who,
        boolean override,
        Optional<String> reason,
        Optional<UUID> evidence,
        Optional<UUID> run) {}
