package org.chengshu.data;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * How good datasets are, 0..100: the weighted share of what their rules checked that passed, at the last run over what is
 * current (runs over a load that is not promoted yet do not count). Safe for use by many threads.
 */
public interface QualityScores {
    /** Empty for a dataset without rules, or before its first run. */
    Optional<QualityScore> latest(String dataset);

    /**
     * The score of one run. Immutable.
     *
     * @param minimum what the dataset must reach, where somebody said so
     */
    record QualityScore(String dataset, UUID run, double score, long rows, Optional<Double> minimum, Instant at) {
        /** Whether it reaches its minimum; without one it does. */
        public boolean reached() {
            return minimum.map(least -> score >= least).orElse(true);
        }
    }
}
