package org.chengshu.sense.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * What is usual at an hour: the median of the same hour's means of the past weeks, and how far from it is still usual, by the
 * median of their distances from it (times 1.4826, which makes it a standard deviation where values are spread normally).
 * A few odd weeks do not move it. Pure.
 */
public final class Baseline {
    public static final int WEEKS = 8;
    private static final int FEWEST = 3;
    private static final double NORMAL = 1.4826;
    /** A series that never moves would make every change an alarm. */
    private static final double LEAST_SHARE = 0.01;

    private static final long WEEK_HOURS = Duration.ofDays(7).toHours();

    private Baseline() {}

    /** The number of an hour, counted from the epoch. */
    public static long hour(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), 3_600);
    }

    /** Of an hour, by the means of former hours; nothing when fewer than three of the past eight weeks have one. */
    public static Optional<Usual.Band> of(long hour, LongFunction<Optional<Double>> meanOf) {
        double[] means = new double[WEEKS];
        int count = 0;
        for (int week = 1; week <= WEEKS; week++) {
            Optional<Double> mean = meanOf.apply(hour - week * WEEK_HOURS);
            if (mean.isPresent()) {
                means[count++] = mean.get();
            }
        }
        return count < FEWEST ? Optional.empty() : Optional.of(band(Arrays.copyOf(means, count)));
    }

    private static Usual.Band band(double[] means) {
        double usual = median(means);
        double[] distances =
                Arrays.stream(means).map(mean -> Math.abs(mean - usual)).toArray();
        return new Usual.Band(usual, Math.max(NORMAL * median(distances), LEAST_SHARE * Math.abs(usual)));
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
