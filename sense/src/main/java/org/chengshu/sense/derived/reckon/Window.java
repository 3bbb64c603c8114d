package org.chengshu.sense.derived.reckon;

import java.time.Duration;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalDouble;

/** A number out of the values of a property within some time up to an observation, that one included. Pure. */
public record Window(String name, String property, Take take, Duration over) {
    public static final Duration LONGEST = Duration.ofDays(7);
    private static final double HOUR = 3_600_000_000.0;

    public enum Take {
        AVG,
        MIN,
        MAX,
        SUM,
        COUNT,
        /** The last value less the first. */
        CHANGE,
        /** By trapezoids between the values, in unit hours. */
        INTEGRAL
    }

    public long micros() {
        return over.toNanos() / 1_000;
    }

    /** Of values by epoch microseconds, all of which lie within the window; nothing out of nothing but a count. */
    public OptionalDouble of(NavigableMap<Long, Double> values) {
        if (take == Take.COUNT) {
            return OptionalDouble.of(values.size());
        }
        if (values.isEmpty()) {
            return OptionalDouble.empty();
        }
        return switch (take) {
            case AVG ->
                values.values().stream().mapToDouble(Double::doubleValue).average();
            case MIN ->
                values.values().stream().mapToDouble(Double::doubleValue).min();
            case MAX ->
                values.values().stream().mapToDouble(Double::doubleValue).max();
            case SUM ->
                OptionalDouble.of(values.values().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum());
            case CHANGE ->
                OptionalDouble.of(
                        values.lastEntry().getValue() - values.firstEntry().getValue());
            default -> OptionalDouble.of(integral(values));
        };
    }

    private static double integral(NavigableMap<Long, Double> values) {
        double sum = 0;
        Map.Entry<Long, Double> before = values.firstEntry();
        for (Map.Entry<Long, Double> one : values.entrySet()) {
            sum += (one.getKey() - before.getKey()) / HOUR * (one.getValue() + before.getValue()) / 2;
            before = one;
        }
        return sum;
    }
}
