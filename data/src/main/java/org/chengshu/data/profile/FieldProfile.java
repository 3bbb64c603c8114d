package org.chengshu.data.profile;

import java.util.List;
import java.util.Optional;
import org.chengshu.core.spi.FieldType;

/**
 * One field of a {@link Profile}. Lengths are of texts in characters; percentiles stand at {@link #PERCENTS}; top values and
 * shapes are the most frequent, most frequent first. Immutable.
 *
 * @param words values that are words for nothing, such as 无
 * @param numeric share of the sampled values that are numbers, also when written as texts
 * @param standard the standard function that takes nearly all values, and the share that it takes
 */
public record FieldProfile(
        String name,
        FieldType type,
        long rows,
        long nulls,
        long words,
        long untidy,
        long fullWidth,
        long distinct,
        boolean distinctExact,
        Optional<String> min,
        Optional<String> max,
        Optional<Double> mean,
        long negatives,
        long zeros,
        Optional<Integer> shortest,
        Optional<Integer> longest,
        Optional<Double> meanLength,
        double numeric,
        List<Double> percentiles,
        List<Bin> histogram,
        List<Tally> top,
        List<Tally> shapes,
        Optional<String> standard,
        double standardShare) {
    /** In hundredths of a hundred: 1 %, 5 %, 25 %, 50 %, 75 %, 95 %, 99 %. */
    public static final List<Integer> PERCENTS = List.of(1, 5, 25, 50, 75, 95, 99);

    public FieldProfile {
        percentiles = List.copyOf(percentiles);
        histogram = List.copyOf(histogram);
        top = List.copyOf(top);
        shapes = List.copyOf(shapes);
    }

    /** Neither null nor a word for nothing. */
    public long filled() {
        return rows - nulls - words;
    }

    public double missingShare() {
        return rows == 0 ? 0 : (double) (nulls + words) / rows;
    }

    /** How often a value or shape was seen in the sample. */
    public record Tally(String value, long count) {}

    /** From (included) to (left out, but for the last bin), and how many of the sample lie within. */
    public record Bin(double from, double to, long count) {}

    /** The same without what could show a single value. */
    FieldProfile withoutValues() {
        return new FieldProfile(
                name,
                type,
                rows,
                nulls,
                words,
                untidy,
                fullWidth,
                distinct,
                distinctExact,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                negatives,
                zeros,
                shortest,
                longest,
                meanLength,
                numeric,
                List.of(),
                List.of(),
                List.of(),
                shapes,
                standard,
                standardShare);
    }
}
