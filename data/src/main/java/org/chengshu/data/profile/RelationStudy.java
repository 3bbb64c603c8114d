package org.chengshu.data.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengshu.core.spi.FactField;
import org.chengshu.core.spi.FieldType;
import org.chengshu.data.profile.Profile.Relation;

/** Looks for what nearly always holds between fields of the sample. Pure; bounded by limits on fields and rows. */
final class RelationStudy {
    private static final double NEARLY = 0.95;
    private static final int FEWEST_ROWS = 30;
    private static final int MOST_TIMES = 12;
    private static final int MOST_NUMBERS = 24;
    private static final int MOST_CLASSES = 24;
    private static final int LOOKED_AT = 5_000;
    private static final double CLOSE = 0.005;
    private static final double STEADY = 0.05;

    private final Sample sample;
    private final List<FieldProfile> fields;
    private final int rows;

    RelationStudy(Sample sample, List<FieldProfile> fields) {
        this.sample = sample;
        this.fields = fields;
        this.rows = Math.min(sample.rows(), LOOKED_AT);
    }

    List<Relation> find(List<FactField> all) {
        List<Relation> found = new ArrayList<>();
        orders(all, found);
        sums(found);
        dependencies(found);
        return found;
    }

    private void orders(List<FactField> all, List<Relation> found) {
        for (FieldType type : List.of(FieldType.INSTANT, FieldType.DATE)) {
            List<String> times = all.stream()
                    .filter(field -> field.type() == type && !field.name().equals("loaded_at"))
                    .map(FactField::name)
                    .limit(MOST_TIMES)
                    .toList();
            for (String one : times) {
                times.stream().filter(other -> !other.equals(one)).forEach(other -> order(one, other, found));
            }
        }
    }

    // The database writes times of one type so that their texts sort as they do, within the same offset.
    private void order(String lower, String upper, List<Relation> found) {
        int both = 0;
        int ordered = 0;
        int equal = 0;
        for (int i = 0; i < sample.rows(); i++) {
            Optional<String> low = sample.cell(lower, i);
            Optional<String> high = sample.cell(upper, i);
            if (low.isPresent() && high.isPresent()) {
                both++;
                int compared = low.get().compareTo(high.get());
                ordered += compared <= 0 ? 1 : 0;
                equal += compared == 0 ? 1 : 0;
            }
        }
        if (both >= FEWEST_ROWS && equal < both && (double) ordered / both >= NEARLY) {
            found.add(new Relation("order", List.of(lower, upper), 1, (double) ordered / both, both));
        }
    }

    private void sums(List<Relation> found) {
        Map<String, double[]> numbers = new HashMap<>();
        List<String> names = fields.stream()
                .filter(field -> field.numeric() > NEARLY
                        && field.distinct() > FEWEST_ROWS
                        && !field.percentiles().isEmpty())
                .map(FieldProfile::name)
                .limit(MOST_NUMBERS)
                .toList();
        names.forEach(name -> numbers.put(name, sample.numbers(name)));
        found.addAll(new NumberOrders(numbers).find(names));
        found.addAll(new RateStudy(numbers).find(names));
        for (String whole : names) {
            for (int i = 0; i < names.size(); i++) {
                if (!names.get(i).equals(whole)) {
                    ratio(whole, names.get(i), numbers, found);
                    sumsFrom(whole, i, names, numbers, found);
                }
            }
        }
    }

    private void ratio(String one, String other, Map<String, double[]> numbers, List<Relation> found) {
        if (one.compareTo(other) > 0) {
            return;
        }
        double[] a = numbers.get(one);
        double[] b = numbers.get(other);
        // Of two numbers that hardly vary, such as the coordinates of one town, the ratio hardly does.
        if (hardlyVaries(one) || hardlyVaries(other)) {
            return;
        }
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < a.length && ratios.size() < LOOKED_AT; i++) {
            if (Double.isFinite(a[i]) && Double.isFinite(b[i]) && a[i] != 0 && b[i] != 0) {
                ratios.add(a[i] / b[i]);
            }
        }
        if (ratios.size() < FEWEST_ROWS) {
            return;
        }
        double middle =
                Numbers.quantile(ratios.stream().mapToDouble(x -> x).sorted().toArray(), 0.5);
        double share = ratios.stream()
                        .filter(x -> Math.abs(x - middle) <= CLOSE * Math.abs(middle))
                        .count()
                / (double) ratios.size();
        if (share >= NEARLY) {
            found.add(new Relation("ratio", List.of(one, other), rounded(middle), share, ratios.size()));
        }
    }

    private boolean hardlyVaries(String name) {
        List<Double> percents = fields.stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElseThrow()
                .percentiles();
        double middle = Math.abs(percents.get(FieldProfile.PERCENTS.indexOf(50)));
        return percents.getLast() - percents.getFirst() <= STEADY * middle;
    }

    private static double rounded(double factor) {
        double whole = Math.rint(factor);
        return Math.abs(factor - whole) < 1e-6 ? whole : factor;
    }

    private void sumsFrom(
            String whole, int first, List<String> names, Map<String, double[]> numbers, List<Relation> found) {
        for (int j = first + 1; j < names.size(); j++) {
            if (names.get(j).equals(whole)) {
                continue;
            }
            sum(whole, List.of(names.get(first), names.get(j)), numbers, found);
            for (int k = j + 1; k < names.size(); k++) {
                if (!names.get(k).equals(whole)) {
                    sum(whole, List.of(names.get(first), names.get(j), names.get(k)), numbers, found);
                }
            }
        }
    }

    // Gives up as soon as too many rows contradict; rows whose terms are not at least two say nothing.
    private void sum(String whole, List<String> terms, Map<String, double[]> numbers, List<Relation> found) {
        double[] total = numbers.get(whole);
        int told = 0;
        int wrong = 0;
        int material = 0;
        for (int i = 0; i < total.length && told < LOOKED_AT; i++) {
            double sum = 0;
            double least = Double.MAX_VALUE;
            int parts = 0;
            for (String term : terms) {
                double part = numbers.get(term)[i];
                sum += part;
                least = Math.min(least, Math.abs(part));
                parts += part != 0 ? 1 : 0;
            }
            if (!Double.isFinite(sum) || !Double.isFinite(total[i]) || parts < terms.size()) {
                continue;
            }
            told++;
            material += least > 2 * CLOSE * Math.abs(total[i]) ? 1 : 0;
            wrong += Math.abs(total[i] - sum) > CLOSE * Math.max(Math.abs(total[i]), Math.abs(sum)) ? 1 : 0;
            if (wrong > 5 && wrong > 0.1 * told) {
                return;
            }
        }
        // A term so small that it makes no difference proves nothing.
        if (told >= FEWEST_ROWS && 1 - (double) wrong / told >= NEARLY && material >= 0.5 * told) {
            List<String> all = new ArrayList<>(List.of(whole));
            all.addAll(terms);
            found.add(new Relation("sum", all, 1, 1 - (double) wrong / told, told));
        }
    }

    private void dependencies(List<Relation> found) {
        List<FieldProfile> classes = fields.stream()
                .filter(field -> field.type() == FieldType.TEXT || field.type() == FieldType.INTEGER)
                .filter(field ->
                        field.distinct() >= 2 && field.distinct() <= field.rows() / 5 && field.missingShare() < 0.5)
                .filter(field -> field.longest().orElse(0) <= 100)
                .limit(MOST_CLASSES)
                .toList();
        Map<String, int[]> codes = new HashMap<>();
        classes.forEach(field -> codes.put(field.name(), codes(field.name())));
        for (FieldProfile one : classes) {
            for (FieldProfile other : classes) {
                if (one.distinct() > other.distinct()) {
                    dependency(one, other, codes, found);
                }
            }
        }
    }

    private int[] codes(String field) {
        int[] codes = new int[rows];
        for (int i = 0; i < rows; i++) {
            codes[i] = sample.cell(field, i).filter(text -> !text.isBlank()).isPresent() ? sample.code(field, i) : -1;
        }
        return codes;
    }

    private void dependency(FieldProfile key, FieldProfile value, Map<String, int[]> codes, List<Relation> found) {
        long[] pairs = pairs(codes.get(key.name()), codes.get(value.name()));
        int told = pairs.length;
        long repeated = 0;
        long agreed = 0;
        for (int from = 0; from < told; ) {
            int to = from;
            int most = 0;
            for (int same = from; to < told && pairs[to] >> Integer.SIZE == pairs[from] >> Integer.SIZE; to++) {
                same = pairs[to] == pairs[same] ? same : to;
                most = Math.max(most, to - same + 1);
            }
            repeated += to - from > 1 ? to - from : 0;
            agreed += to - from > 1 ? most : 0;
            from = to;
        }
        double mostly =
                value.top().isEmpty() ? 1 : (double) value.top().getFirst().count() / Math.max(1, sample.rows());
        // A value that nearly all rows have is fixed by anything.
        if (repeated >= FEWEST_ROWS && repeated >= told / 2 && mostly < 0.8 && agreed >= 0.98 * repeated) {
            found.add(new Relation(
                    "determines", List.of(key.name(), value.name()), 1, (double) agreed / repeated, repeated));
        }
    }

    /** The rows that have both, by key and then value. */
    private static long[] pairs(int[] keys, int[] values) {
        long[] pairs = new long[keys.length];
        int there = 0;
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] >= 0 && values[i] >= 0) {
                pairs[there++] = ((long) keys[i] << Integer.SIZE) | values[i];
            }
        }
        long[] sorted = Arrays.copyOf(pairs, there);
        Arrays.sort(sorted);
        return sorted;
    }
}
