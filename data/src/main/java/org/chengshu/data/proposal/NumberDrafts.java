package org.chengshu.data.proposal;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.chengshu.core.spi.FieldType;
import org.chengshu.data.profile.FieldProfile;
import org.chengshu.data.profile.FieldProfile.Tally;
import org.chengshu.data.profile.Numbers;
import org.chengshu.data.profile.Profile;
import org.chengshu.data.profile.Profiler.Study;
import org.chengshu.data.profile.Sample;

/** Numbers out of range, far outside of the others, or standing in for what is not known. */
final class NumberDrafts {
    private static final int FEWEST = 30;
    private static final int FEWEST_FOR_OUTLIERS = 100;
    private static final double RARE = 0.03;
    private static final int MOST_GROUPS = 60;
    private static final double EXPLAINS = 0.15;

    private final Profile profile;
    private final Sample sample;
    private final Drafts to;

    private NumberDrafts(Study study, Drafts to) {
        this.profile = study.profile();
        this.sample = study.sample();
        this.to = to;
    }

    static void add(Study study, Drafts to) {
        NumberDrafts drafts = new NumberDrafts(study, to);
        for (FieldProfile field : study.profile().fields()) {
            drafts.placeholder(field);
            if (field.numeric() >= 0.9
                    && field.filled() >= FEWEST
                    && !field.percentiles().isEmpty()) {
                drafts.notANumber(field);
                drafts.range(field);
                drafts.place(field);
                drafts.outliers(field);
            }
        }
    }

    private void notANumber(FieldProfile field) {
        if (field.numeric() < 1 && field.type() == FieldType.TEXT) {
            to.of("pattern", field.name())
                    .field()
                    .with("regex", "\\s*[-+]?[0-9,]*([.][0-9]+)?([eE][-+]?[0-9]+)?\\s*")
                    .severity(2)
                    .atMost(0.1)
                    .because("是数字", " is a number", "几乎都是数字，少数不是", "nearly all are numbers, a few are not");
        }
    }

    private void range(FieldProfile field) {
        double[] sorted = Numbers.sorted(sample.numbers(field.name()));
        long below = Arrays.stream(sorted).filter(x -> x < 0).count();
        long none = Arrays.stream(sorted).filter(x -> x == 0).count();
        double negative = Math.max((double) field.negatives() / field.filled(), (double) below / sorted.length);
        double zero = Math.max((double) field.zeros() / field.filled(), (double) none / sorted.length);
        if (negative > 0.01) {
            return;
        }
        boolean rareZero = zero > 0 && zero <= RARE && field.percentiles().get(1) > 0 && standsApart(sorted, none);
        if (rareZero) {
            Drafts.Maker draft = to.of("range", field.name()).field().with("min", 0);
            draft.check().put("aboveMin", true);
            draft.severity(2)
                    .atMost(0.05)
                    .because(
                            "大于零",
                            " is above zero",
                            "其余都大于零，少数为零或为负",
                            "all others are above zero, a few are zero or negative");
        } else if (negative > 0) {
            to.of("range", field.name())
                    .field()
                    .with("min", 0)
                    .severity(3)
                    .atMost(0.05)
                    .because("不为负", " is not negative", "其余都不小于零，少数为负", "no other is below zero, a few are");
        }
    }

    // Zero stands apart when what lies next to it is far more frequent, or nothing is near it; otherwise it is the low
    // end.
    private static boolean standsApart(double[] sorted, long zeros) {
        double[] above = Arrays.stream(sorted).filter(x -> x > 0).toArray();
        if (above.length < FEWEST || Arrays.stream(above).distinct().limit(11).count() < 11) {
            return false;
        }
        double first = above[0];
        long next = Arrays.stream(above).filter(x -> x == first).count();
        boolean counts = Arrays.stream(above).limit(1_000).allMatch(x -> x == Math.rint(x));
        double near = Numbers.quantile(above, 0.05) / 10;
        return (counts && first <= 1)
                ? next >= 10 * zeros
                : Arrays.stream(above).filter(x -> x < near).count() <= zeros;
    }

    private void place(FieldProfile field) {
        String name = field.name().toLowerCase(Locale.ROOT);
        String title = to.title(field.name()).zh();
        double least = field.percentiles().getFirst();
        double most = field.percentiles().getLast();
        if ((name.startsWith("lat") || title.contains("纬度")) && least >= -90 && most <= 90) {
            limits(field, 90, "纬度", "latitude");
        } else if ((name.startsWith("lon") || name.startsWith("lng") || title.contains("经度"))
                && least >= -180
                && most <= 180) {
            limits(field, 180, "经度", "longitude");
        }
    }

    private void limits(FieldProfile field, double limit, String zh, String en) {
        to.of("range", field.name())
                .field()
                .with("min", -limit)
                .with("max", limit)
                .severity(3)
                .guard()
                .because("在" + zh + "范围内", " is a " + en, "看来是" + zh, "it seems to be a " + en);
    }

    private void placeholder(FieldProfile field) {
        List<Tally> top = field.top();
        if (field.distinct() < 300 || field.distinct() < 0.02 * field.filled() || top.size() < 3) {
            return;
        }
        Tally first = top.getFirst();
        double share = (double) first.count() / Math.max(1, sample.rows());
        boolean sticksOut = first.count() >= 10 * top.get(1).count() && share >= 0.005 && share <= 0.3;
        double value =
                Numbers.sorted(sample.numbers(field.name())).length == 0 ? Double.NaN : zeroIfNone(first.value());
        if (sticksOut && value != 0 && !org.chengshu.data.rule.NullWords.is(first.value())) {
            to.of("placeholder", field.name())
                    .field()
                    .with("values", List.of(first.value()))
                    .severity(2)
                    .because(
                            "不是占位值",
                            " is no placeholder",
                            "“" + first.value() + "”出现 " + first.count() + " 次，其余各值最多 "
                                    + top.get(1).count() + " 次，疑似默认值",
                            "“" + first.value() + "” is there " + first.count() + " times, every other value at most "
                                    + top.get(1).count() + " times: it seems to be filled in by default");
        }
    }

    private static double zeroIfNone(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return 1;
        }
    }

    private void outliers(FieldProfile field) {
        if (field.filled() < FEWEST_FOR_OUTLIERS || field.distinct() < 50 || isLikeACode(field)) {
            return;
        }
        double[] numbers = sample.numbers(field.name());
        double[] sorted = Numbers.sorted(numbers);
        double positive = Arrays.stream(sorted).filter(x -> x > 0).count() / (double) sorted.length;
        double middle = Numbers.quantile(sorted, 0.5);
        boolean log = positive >= 0.9 && middle > 0 && Numbers.quantile(sorted, 0.95) > 3 * middle;
        Drafts.Maker draft = to.of("outlier", field.name()).field().with("k", 3);
        if (log) {
            draft.check().put("log", true);
        }
        Optional<String> group = group(numbers, log);
        group.ifPresent(name -> draft.with("groupBy", name));
        String zhGroup = group.map(name -> "在各“" + to.title(name).zh() + "”内").orElse("");
        String enGroup =
                group.map(name -> " within each " + to.title(name).en()).orElse("");
        draft.severity(2)
                .atMost(0.03)
                .because(
                        "不离群",
                        " is no outlier",
                        zhGroup + "远离其他值（超出四分位距三倍" + (log ? "，按对数" : "") + "）",
                        "far from the others" + enGroup + " (beyond three times the distance of the quartiles"
                                + (log ? ", of logarithms)" : ")"));
    }

    // Numbers that name things: all of one length, different in every row, or a few over and over.
    private boolean isLikeACode(FieldProfile field) {
        boolean whole = sample.values(field.name()).limit(1_000).allMatch(text -> text.strip()
                .matches("-?\\d+(\\.0+)?"));
        boolean sameLength = sample.values(field.name())
                        .limit(1_000)
                        .map(text -> text.strip().length())
                        .distinct()
                        .count()
                == 1;
        return whole
                && (sameLength
                        || field.distinct() >= 0.95 * field.filled()
                        || field.distinct() < 0.01 * field.filled());
    }

    /** The class of rows that explains most of the differences, if one does. */
    private Optional<String> group(double[] numbers, boolean log) {
        return profile.fields().stream()
                .filter(other ->
                        other.type() == FieldType.TEXT && other.distinct() >= 3 && other.distinct() <= MOST_GROUPS)
                .filter(other -> other.missingShare() < 0.05 && other.filled() / other.distinct() >= FEWEST)
                .map(other -> Map.entry(other.name(), explained(other.name(), numbers, log)))
                .filter(entry -> entry.getValue() >= EXPLAINS)
                .max(Comparator.comparingDouble(Map.Entry::getValue))
                .map(Map.Entry::getKey);
    }

    // The share of the variance that lies between the groups.
    private double explained(String group, double[] numbers, boolean log) {
        Map<String, double[]> sums = new HashMap<>();
        double[] all = new double[3];
        for (int i = 0; i < numbers.length; i++) {
            double value = log ? Math.log(numbers[i]) : numbers[i];
            if (Double.isFinite(value)) {
                add(all, value);
                add(sums.computeIfAbsent(sample.cell(group, i).orElse(""), _ -> new double[3]), value);
            }
        }
        double mean = all[1] / all[0];
        double total = all[2] - all[0] * mean * mean;
        double between = sums.values().stream()
                .mapToDouble(sum -> sum[0] * Math.pow(sum[1] / sum[0] - mean, 2))
                .sum();
        return total > 0 ? between / total : 0;
    }

    private static void add(double[] sums, double value) {
        sums[0]++;
        sums[1] += value;
        sums[2] += value * value;
    }
}
