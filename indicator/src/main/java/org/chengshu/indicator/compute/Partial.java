package org.chengshu.indicator.compute;

import java.util.OptionalDouble;
import org.chengshu.data.Aggregate;

/**
 * An aggregate over some rows in a form that can be put together with others, so that areas are made of their parts.
 *
 * @param rows all rows
 * @param known rows that have the measured field
 * @param part rows that fulfil the share's conditions
 */
public record Partial(long rows, long known, double sum, double min, double max, long part) {
    public static Partial none() {
        return new Partial(0, 0, 0, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0);
    }

    public Partial plus(Partial other) {
        return new Partial(
                rows + other.rows,
                known + other.known,
                sum + other.sum,
                Math.min(min, other.min),
                Math.max(max, other.max),
                part + other.part);
    }

    /** Counts and sums over nothing are zero, all else over nothing is unknown. */
    public OptionalDouble finish(Aggregate aggregate) {
        return switch (aggregate) {
            case COUNT -> OptionalDouble.of((double) rows);
            case SUM -> OptionalDouble.of(sum);
            case MEAN -> ifAny(known, sum / known);
            case MIN -> ifAny(known, min);
            case MAX -> ifAny(known, max);
            case SHARE -> ifAny(rows, (double) part / rows);
        };
    }

    private static OptionalDouble ifAny(long number, double value) {
        return number > 0 ? OptionalDouble.of(value) : OptionalDouble.empty();
    }
}
