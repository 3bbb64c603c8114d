package org.chengshu.data.rule;

import java.util.Optional;

/**
 * What holds for all rules of a dataset: who answers for it, when that is not the dataset's owner, and the score that a
 * load must reach to be promoted. Immutable.
 */
public record QualitySet(
        String dataset, Optional<String> owner, Optional<Double> minimumScore, Optional<String> pack, long version) {
    public static QualitySet none(String dataset) {
        return new QualitySet(dataset, Optional.empty(), Optional.empty(), Optional.empty(), 0);
    }
}
