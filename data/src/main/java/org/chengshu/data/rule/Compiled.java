package org.chengshu.data.rule;

import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Select;

/**
 * A rule as SQL over its dataset's relation, which is called {@code t}: how many failures it counts among how many, and how
 * to list them.
 */
public record Compiled(QualityRule rule, Field<Long> failing, Field<Long> checked, Failures failures) {
    /** How failures are found one by one. */
    public sealed interface Failures {
        /** The rows of the dataset that fulfil the condition. */
        record OfRows(Condition condition) implements Failures {}

        /** Things that are not rows, such as periods for which there is none; in their own columns, in order. */
        record OfGaps(List<String> columns, Select<?> list) implements Failures {}
    }
}
