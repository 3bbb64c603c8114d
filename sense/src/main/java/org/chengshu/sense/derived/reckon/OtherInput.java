package org.chengshu.sense.derived.reckon;

import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A number that a derived series takes from other devices: at each of its times, the newest value of a property of each of
 * them that is not older than the longest age, put together to one. Pure.
 */
public record OtherInput(
        String name, Whose whose, String product, String property, Together together, Duration maxAge) {
    public static final Duration LONGEST = Duration.ofDays(1);
    /** More devices than this are not asked together. */
    public static final int MOST_DEVICES = 1_000;

    /** Which devices are meant. */
    public sealed interface Whose {
        record OneDevice(String code) implements Whose {}

        record OneGroup(String id) implements Whose {}

        /** Those of the same area of a kind as the device itself. */
        record SameArea(String kind) implements Whose {}
    }

    public enum Together {
        AVG,
        MIN,
        MAX,
        SUM,
        COUNT
    }

    public long micros() {
        return maxAge.toNanos() / 1_000;
    }

    /** Of the values of those devices that have one, in the order of their numbers; nothing out of nothing but a count. */
    public OptionalDouble of(List<Double> values) {
        if (together == Together.COUNT) {
            return OptionalDouble.of(values.size());
        }
        if (values.isEmpty()) {
            return OptionalDouble.empty();
        }
        double sum = 0;
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            sum += value;
            least = Math.min(least, value);
            greatest = Math.max(greatest, value);
        }
        return OptionalDouble.of(
                switch (together) {
                    case MIN -> least;
                    case MAX -> greatest;
                    case SUM -> sum;
                    default -> sum / values.size();
                });
    }
}
