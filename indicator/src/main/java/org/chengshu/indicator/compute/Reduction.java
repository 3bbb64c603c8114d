package org.chengshu.indicator.compute;

import java.util.Arrays;
import java.util.Optional;
import org.chengshu.formula.Aggregates;
import org.chengshu.indicator.model.Input;
import org.chengshu.indicator.model.Sliding;

/** Reduces the hours of one series to one number for each period. */
final class Reduction {
    private final Input input;
    private final double[] raw;
    private final double[] values;

    private Reduction(Input input, double[] raw, double[] values) {
        this.input = input;
        this.raw = raw;
        this.values = values;
    }

    static Reduction of(Input input, double[] raw, Hours hours) {
        double[] scaled = input.scale() == 1
                ? raw
                : Arrays.stream(raw).map(value -> value * input.scale()).toArray();
        Optional<double[]> means = input.sliding().map(sliding -> means(sliding, scaled, hours));
        return new Reduction(input, raw, means.orElse(scaled));
    }

    /** The number for the hours from one position to just before another, NaN when too few are known. */
    double number(int from, int to) {
        return input.aggregate()
                .of(Arrays.copyOfRange(values, from, to), input.hours())
                .orElse(Double.NaN);
    }

    /** How many hourly values of these hours are known. */
    int known(int from, int to) {
        return Aggregates.count(Arrays.copyOfRange(raw, from, to));
    }

    private static double[] means(Sliding sliding, double[] values, Hours hours) {
        double[] means = Aggregates.slidingMean(values, sliding.hours(), sliding.atLeast());
        for (int i = 0; i < means.length; i++) {
            if (!sliding.ends(hours.localHour(i))) {
                means[i] = Double.NaN;
            }
        }
        return means;
    }
}
