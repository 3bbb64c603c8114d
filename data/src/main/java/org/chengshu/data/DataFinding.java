package org.chengshu.data;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.kernel.Severity;
import org.chengshu.kernel.Text;

/**
 * That a dataset fails one of its quality rules, kept over the runs that saw it: a dataset and a rule have one finding,
 * which is settled and raised again. Counts are those of its last run. Immutable.
 *
 * @param kind fragmented, redundant, missing, disordered, wrong or stale
 * @param department code of the organisation that owns the dataset
 * @param raised how often
 * @param settledBy the run that passed
 */
public record DataFinding(
        UUID id,
        String dataset,
        String rule,
        String kind,
        Text title,
        Severity severity,
        Optional<String> department,
        boolean open,
        int raised,
        Instant firstSeen,
        Instant raisedAt,
        Instant lastSeen,
        Optional<Instant> settledAt,
        Optional<UUID> settledBy,
        UUID lastRun,
        long failing,
        long checked) {}
