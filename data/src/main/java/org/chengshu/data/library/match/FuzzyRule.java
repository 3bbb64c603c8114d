package org.chengshu.data.library.match;

import java.util.List;
import java.util.Objects;

/**
 * When two rows without a common key may be one thing. Rows that share a key of one of the blocks are compared field by
 * field; the score is the mean of the comparisons by weight, over those for which both rows have a value. From
 * {@code sure} on they are merged, from {@code review} on people are asked. Immutable.
 */
public record FuzzyRule(String id, List<FieldBlock> blocks, List<Comparison> comparisons, double sure, double review) {
    /** @param field place of the field among the library's fields, from 0 */
    public record FieldBlock(int field, Block by) {}

    /**
     * @param field place of the field among the library's fields, from 0
     * @param required without it on both sides the rule says nothing
     */
    public record Comparison(int field, Comparer by, double weight, boolean required) {
        public Comparison {
            if (!(weight > 0 && weight <= 1)) {
                throw new IllegalArgumentException("a weight is above 0 and at most 1, not " + weight);
            }
        }
    }

    public FuzzyRule {
        Objects.requireNonNull(id, "id");
        blocks = List.copyOf(blocks);
        comparisons = List.copyOf(comparisons);
        if (blocks.isEmpty() || comparisons.isEmpty()) {
            throw new IllegalArgumentException("rule " + id + " needs a block and a comparison");
        }
        if (!(review > 0 && review <= sure && sure <= 1)) {
            throw new IllegalArgumentException("rule " + id + " needs 0 < review <= sure <= 1");
        }
    }

    Verdict verdict(double score) {
        if (score >= sure) {
            return Verdict.SURE;
        }
        return score >= review ? Verdict.MAYBE : Verdict.NO;
    }
}
