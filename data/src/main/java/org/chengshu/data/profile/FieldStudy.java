package org.chengshu.data.profile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengshu.core.spi.FactField;
import org.chengshu.core.spi.FieldType;
import org.chengshu.data.profile.FieldProfile.Bin;
import org.chengshu.data.profile.FieldProfile.Tally;
import org.chengshu.data.rule.NullWords;
import org.chengshu.data.rule.Shape;

/** Makes a field's profile of the counts over all rows and the sample. Pure. */
final class FieldStudy {
    private static final int TOP = 10;
    private static final int BINS = 20;
    private static final int LONGEST_SHAPE = 80;

    private final Sample sample;
    private final StandardFinder standards;

    FieldStudy(Sample sample, StandardFinder standards) {
        this.sample = sample;
        this.standards = standards;
    }

    FieldProfile study(FactField field, long rows, OnePass.FieldCounts counts) {
        Map<String, Integer> values = sample.tally(field.name());
        double[] sorted = isNumeric(field.type()) || field.type() == FieldType.TEXT
                ? Numbers.sorted(sample.numbers(field.name()))
                : new double[0];
        long there = values.values().stream().mapToLong(Integer::longValue).sum();
        long words = values.entrySet().stream()
                .filter(entry -> NullWords.is(entry.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
        double numeric = there == words ? 0 : (double) sorted.length / (there - words);
        boolean asNumbers = numeric > 0.5;
        Optional<StandardFinder.Found> standard =
                field.type() == FieldType.TEXT ? standards.find(values.keySet()) : Optional.empty();
        return new FieldProfile(
                field.name(),
                field.type(),
                rows,
                rows - counts.count("present"),
                counts.count("words"),
                counts.count("untidy"),
                counts.count("wide"),
                distinct(values, there, counts.count("present")),
                sample.rows() == rows,
                counts.find("min", String.class),
                counts.find("max", String.class),
                counts.find("mean", Double.class),
                counts.count("negatives"),
                counts.count("zeros"),
                counts.find("shortest", Integer.class),
                counts.find("longest", Integer.class),
                counts.find("length", Double.class),
                Math.min(1, numeric),
                asNumbers ? percentiles(sorted) : List.of(),
                asNumbers ? histogram(sorted) : List.of(),
                top(values),
                field.type() == FieldType.TEXT ? top(shapes(values)) : List.of(),
                standard.map(StandardFinder.Found::call),
                standard.map(StandardFinder.Found::share).orElse(0.0));
    }

    private static String shape(String text) {
        return NullWords.is(text)
                ? ""
                : Shape.of(text.length() > LONGEST_SHAPE ? text.substring(0, LONGEST_SHAPE) + "…" : text);
    }

    private static Map<String, Integer> shapes(Map<String, Integer> values) {
        Map<String, Integer> shapes = new HashMap<>();
        values.forEach((text, count) -> shapes.merge(shape(text), count, Integer::sum));
        shapes.remove("");
        return shapes;
    }

    // Haas and Stokes (1998), the estimator that PostgreSQL's ANALYZE uses; exact for a whole.
    private static long distinct(Map<String, Integer> values, long seen, long total) {
        if (seen >= total || seen == 0) {
            return values.size();
        }
        double once = values.values().stream().filter(count -> count == 1).count();
        double read = seen;
        double all = total;
        double estimate = read * values.size() / (read - once + once * read / all);
        return Math.round(Math.min(estimate, all));
    }

    private static List<Double> percentiles(double[] sorted) {
        return FieldProfile.PERCENTS.stream()
                .map(percent -> Numbers.quantile(sorted, percent / 100.0))
                .toList();
    }

    // Between the 0.5 % and 99.5 % quantiles, so that one wild value does not flatten the picture; the rest counts at
    // the ends.
    private static List<Bin> histogram(double[] sorted) {
        double low = Numbers.quantile(sorted, 0.005);
        double high = Numbers.quantile(sorted, 0.995);
        if (high <= low) {
            return List.of(new Bin(low, high, sorted.length));
        }
        long[] counts = new long[BINS];
        for (double value : sorted) {
            counts[(int) Math.clamp((value - low) / (high - low) * BINS, 0, BINS - 1)]++;
        }
        List<Bin> bins = new ArrayList<>();
        double step = (high - low) / BINS;
        for (int i = 0; i < BINS; i++) {
            bins.add(new Bin(low + i * step, low + (i + 1) * step, counts[i]));
        }
        return bins;
    }

    private static List<Tally> top(Map<String, Integer> tally) {
        return tally.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(TOP)
                .map(entry -> new Tally(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static boolean isNumeric(FieldType type) {
        return type == FieldType.NUMBER || type == FieldType.INTEGER;
    }
}
