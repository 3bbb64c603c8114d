package org.chengshu.data.quality;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One run of a dataset's rules. The score is the weighted share of what passed, 0..100; absent when no rule could be asked.
 *
 * @param load the number of the load or revision that it looked at, where there is one
 * @param countedIn the run over the same rows that counted for this one, where none was needed
 */
record QualityRun(
        UUID id,
        String dataset,
        Optional<String> owner,
        Cause cause,
        Optional<Long> load,
        Instant startedAt,
        Instant endedAt,
        long rows,
        Optional<Double> score,
        Optional<Double> minimumScore,
        long statementMillis,
        Optional<UUID> countedIn,
        List<RuleResult> results) {
    QualityRun {
        results = List.copyOf(results);
    }

    static Optional<Double> score(List<RuleResult> results) {
        double weight = 0;
        double passed = 0;
        for (RuleResult result : results) {
            if (result.unfit().isEmpty()) {
                weight += result.rule().weight();
                passed += result.rule().weight() * result.passed();
            }
        }
        return weight > 0 ? Optional.of(100 * passed / weight) : Optional.empty();
    }

    boolean isBelowMinimum() {
        return score.flatMap(now -> minimumScore.map(least -> now < least)).orElse(false);
    }
}
