package org.chengshu.data.proposal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chengshu.core.spi.FieldType;
import org.chengshu.data.profile.FieldProfile;
import org.chengshu.data.profile.Moments;
import org.chengshu.data.profile.Numbers;
import org.chengshu.data.profile.Profile;
import org.chengshu.data.profile.Profile.Relation;
import org.chengshu.data.profile.Profiler.Study;
import org.chengshu.data.profile.Sample;

/**
 * Numbers far from the others of their class. Of an amount that is a rate times a size only the rate is compared: how large a
 * thing is does not make it wrong. Of numbers that tell the same only the first is.
 */
final class OutlierDrafts {
    private static final int FEWEST = 100;
    private static final int FEWEST_DIFFERENT = 50;
    private static final int LOOKED_AT = 1_000;
    private static final int MOST_GROUPS = 60;
    /** As the check passes smaller groups over, they explain nothing. */
    private static final int FEWEST_IN_GROUP = 20;

    private static final int FEWEST_BY_GROUP = 30;
    private static final double EXPLAINS = 0.15;
    /** Of the variance; two fields that share more tell the same. */
    private static final double SAME = 0.85;

    private static final double FAR = 3;
    /** Rates of one class vary little: 2 distances of the quartiles are 3.4 standard deviations of what is normal. */
    private static final double FAR_FOR_RATES = 2;

    private final Profile profile;
    private final Sample sample;
    private final Drafts to;
    private final Set<String> rates = new HashSet<>();
    private final Set<String> amounts = new HashSet<>();
    private final List<double[]> told = new ArrayList<>();

    OutlierDrafts(Study study, Drafts to) {
        this.profile = study.profile();
        this.sample = study.sample();
        this.to = to;
        for (Relation relation : profile.relations()) {
            if (relation.kind().equals("rate")) {
                amounts.add(relation.fields().getFirst());
                rates.add(relation.fields().get(1));
            }
        }
    }

    void add(FieldProfile field) {
        boolean few = field.filled() < FEWEST || field.distinct() < FEWEST_DIFFERENT;
        if (few || amounts.contains(field.name()) || isMostlyOne(field) || isLikeACode(field)) {
            return;
        }
        double[] numbers = sample.numbers(field.name());
        boolean log = isSkewed(Numbers.sorted(numbers));
        double[] values = log ? logs(numbers) : numbers;
        if (told.stream().anyMatch(other -> Moments.shared(other, values, FEWEST) > SAME)) {
            return;
        }
        told.add(values);
        draft(field, log, group(values));
    }

    private void draft(FieldProfile field, boolean log, Optional<String> group) {
        double far = group.isPresent() && rates.contains(field.name()) ? FAR_FOR_RATES : FAR;
        Drafts.Maker draft = to.of("outlier", field.name()).field().with("k", far);
        if (log) {
            draft.check().put("log", true);
        }
        group.ifPresent(name -> draft.with("groupBy", name));
        String zhGroup = group.map(name -> "在各“" + to.title(name).zh() + "”内").orElse("");
        String enGroup =
                group.map(name -> " within each " + to.title(name).en()).orElse("");
        draft.severity(2)
                .atMost(0.03)
                .because(
                        "不离群",
                        " is no outlier",
                        zhGroup + "远离其他值（超出四分位距 " + (int) far + " 倍" + (log ? "，按对数" : "") + "）",
                        "far from the others" + enGroup + " (beyond " + (int) far
                                + " times the distance of the quartiles" + (log ? ", of logarithms)" : ")"));
    }

    // Where half of the rows have one value the quartiles tell nothing.
    private boolean isMostlyOne(FieldProfile field) {
        return !field.top().isEmpty() && field.top().getFirst().count() > sample.rows() / 2;
    }

    // Numbers that name things: all of one length, different in every row, or a few over and over.
    private boolean isLikeACode(FieldProfile field) {
        boolean whole = sample.values(field.name()).limit(LOOKED_AT).allMatch(text -> text.strip()
                .matches("-?\\d+(\\.0+)?"));
        boolean sameLength = sample.values(field.name())
                        .limit(LOOKED_AT)
                        .map(text -> text.strip().length())
                        .distinct()
                        .count()
                == 1;
        return whole
                && (sameLength
                        || field.distinct() >= 0.95 * field.filled()
                        || field.distinct() < 0.01 * field.filled());
    }

    /** Positive, with a tail to the right that is twice as long as that to the left. */
    private static boolean isSkewed(double[] sorted) {
        double positive = 0;
        for (double value : sorted) {
            positive += value > 0 ? 1 : 0;
        }
        double middle = Numbers.quantile(sorted, 0.5);
        double above = Numbers.quantile(sorted, 0.95) - middle;
        return positive >= 0.9 * sorted.length
                && middle > 0
                && above > Math.min(2 * middle, 2 * (middle - Numbers.quantile(sorted, 0.05)));
    }

    private static double[] logs(double[] numbers) {
        double[] logs = new double[numbers.length];
        for (int i = 0; i < logs.length; i++) {
            logs[i] = numbers[i] > 0 ? Math.log(numbers[i]) : Double.NaN;
        }
        return logs;
    }

    /** The class of rows that explains most of the differences, if one does. */
    private Optional<String> group(double[] values) {
        return profile.fields().stream()
                .filter(other ->
                        other.type() == FieldType.TEXT && other.distinct() >= 3 && other.distinct() <= MOST_GROUPS)
                .filter(other -> other.missingShare() < 0.05 && other.filled() / other.distinct() >= FEWEST_BY_GROUP)
                .map(other -> Map.entry(other.name(), explained(other.name(), values)))
                .filter(entry -> entry.getValue() >= EXPLAINS)
                .max(Comparator.comparingDouble(Map.Entry::getValue))
                .map(Map.Entry::getKey);
    }

    // The share of the variance that lies between the groups, for the share of the rows that are in groups large
    // enough.
    private double explained(String group, double[] values) {
        Map<Integer, Moments> groups = new HashMap<>();
        Moments all = new Moments();
        for (int i = 0; i < values.length; i++) {
            if (Double.isFinite(values[i])) {
                all.add(values[i]);
                groups.computeIfAbsent(sample.code(group, i), _ -> new Moments())
                        .add(values[i]);
            }
        }
        double between = 0;
        double judged = 0;
        for (Moments one : groups.values()) {
            between += one.count() * Math.pow(one.mean() - all.mean(), 2);
            judged += one.count() >= FEWEST_IN_GROUP ? one.count() : 0;
        }
        return all.spread() > 0 ? between / all.spread() * judged / all.count() : 0;
    }
}
