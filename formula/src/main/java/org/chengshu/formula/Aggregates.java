package org.chengshu.formula;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/**
 * Aggregates over rows of numbers in which a missing one stands as NaN, as hourly values of a day do. Each needs a least
 * number of known values (its coverage) and is empty below it; there is never a value out of nothing. Pure.
 */
public final class Aggregates {
    private Aggregates() {}

    /** How many values are known. */
    public static int count(double[] values) {
        return (int) known(values).count();
    }

    public static OptionalDouble sum(double[] values, int minimumCount) {
        return covered(values, minimumCount) ? OptionalDouble.of(known(values).sum()) : OptionalDouble.empty();
    }

    public static OptionalDouble mean(double[] values, int minimumCount) {
        return covered(values, minimumCount) ? known(values).average() : OptionalDouble.empty();
    }

    public static OptionalDouble min(double[] values, int minimumCount) {
        return covered(values, minimumCount) ? known(values).min() : OptionalDouble.empty();
    }

    public static OptionalDouble max(double[] values, int minimumCount) {
        return covered(values, minimumCount) ? known(values).max() : OptionalDouble.empty();
    }

    /** The first known value. */
    public static OptionalDouble first(double[] values, int minimumCount) {
        return covered(values, minimumCount) ? known(values).findFirst() : OptionalDouble.empty();
    }

    /** The last known value. */
    public static OptionalDouble last(double[] values, int minimumCount) {
        return covered(values, minimumCount) ? known(values).reduce((former, later) -> later) : OptionalDouble.empty();
    }

    /** The largest of those known. */
    public static OptionalDouble maxOf(double... values) {
        return max(values, 1);
    }

    /**
     * The names that share the largest known value, in the order of the map: the primary pollutants of a day, say. Empty
     * when none is known.
     */
    public static List<String> largest(Map<String, Double> values) {
        OptionalDouble max =
                maxOf(values.values().stream().mapToDouble(Double::doubleValue).toArray());
        return values.entrySet().stream()
                .filter(entry -> max.isPresent() && entry.getValue() == max.getAsDouble())
                .map(Map.Entry::getKey)
                .toList();
    }

    /**
     * The mean of each window that ends at a position, as the 8-hour mean of ozone: the answer is as long as the input,
     * and NaN where the window holds fewer than {@code minimumCount} known values or begins before the input.
     */
    public static double[] slidingMean(double[] hourlyWithNaN, int window, int minimumCount) {
        if (window < 1) {
            throw new IllegalArgumentException("a window holds at least one value, not " + window);
        }
        double[] means = new double[hourlyWithNaN.length];
        for (int end = 0; end < means.length; end++) {
            int start = end - window + 1;
            means[end] = start < 0
                    ? Double.NaN
                    : mean(Arrays.copyOfRange(hourlyWithNaN, start, end + 1), minimumCount)
                            .orElse(Double.NaN);
        }
        return means;
    }

    private static boolean covered(double[] values, int minimumCount) {
        return known(values).count() >= Math.max(1, minimumCount);
    }

    private static DoubleStream known(double[] values) {
        return Arrays.stream(values).filter(value -> !Double.isNaN(value));
    }
}
