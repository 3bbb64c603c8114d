package org.chengshu.bench.cases;

import java.util.Map;

/**
 * What a generator saw.
 *
 * @param done life cycles that ended, or reports that were taken
 * @param statuses how often each status was answered; 0 stands for no answer at all
 * @param unasked refusals (429) that did not say when to come back
 */
public record CaseLoadOutcome(
        long done,
        double seconds,
        Map<Integer, Long> statuses,
        long unasked,
        double p50Millis,
        double p95Millis,
        String firstFault) {
    private static final int OK = 300;
    private static final int TRY_LATER = 429;

    double perSecond() {
        return done / seconds;
    }

    long refused() {
        return statuses.getOrDefault(TRY_LATER, 0L);
    }

    /** Answers that are neither success nor a refusal for now. */
    long faulty() {
        return statuses.entrySet().stream()
                .filter(status -> (status.getKey() == 0 || status.getKey() >= OK) && status.getKey() != TRY_LATER)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
