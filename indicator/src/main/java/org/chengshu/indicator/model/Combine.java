package org.chengshu.indicator.model;

import java.util.Locale;
import java.util.OptionalDouble;
import org.chengshu.formula.Aggregates;

/** How several numbers, NaN where unknown, become one. */
public enum Combine {
    MEAN,
    SUM,
    MIN,
    MAX,
    COUNT,
    FIRST,
    LAST;

    /** The result, or nothing when fewer than {@code atLeast} numbers are known. */
    public OptionalDouble of(double[] numbers, int atLeast) {
        return switch (this) {
            case MEAN -> Aggregates.mean(numbers, atLeast);
            case SUM -> Aggregates.sum(numbers, atLeast);
            case MIN -> Aggregates.min(numbers, atLeast);
            case MAX -> Aggregates.max(numbers, atLeast);
            case FIRST -> Aggregates.first(numbers, atLeast);
            case LAST -> Aggregates.last(numbers, atLeast);
            case COUNT -> count(Aggregates.count(numbers), atLeast);
        };
    }

    static Combine of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static OptionalDouble count(int known, int atLeast) {
        return known >= atLeast ? OptionalDouble.of(known) : OptionalDouble.empty();
    }
}
