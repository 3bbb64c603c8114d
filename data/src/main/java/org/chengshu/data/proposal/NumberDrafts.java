package org.chengshu.data.proposal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.chengshu.core.spi.FieldType;
import org.chengshu.data.profile.FieldProfile;
import org.chengshu.data.profile.FieldProfile.Tally;
import org.chengshu.data.profile.Numbers;
import org.chengshu.data.profile.Profiler.Study;
import org.chengshu.data.profile.Sample;

/** Numbers out of range, far outside of the others, or standing in for what is not known. */
final class NumberDrafts {
    private static final int FEWEST = 30;
    private static final double RARE = 0.03;

    private final Sample sample;
    private final Drafts to;

    private NumberDrafts(Study study, Drafts to) {
        this.sample = study.sample();
        this.to = to;
    }

    static void add(Study study, Drafts to) {
        NumberDrafts drafts = new NumberDrafts(study, to);
        OutlierDrafts outliers = new OutlierDrafts(study, to);
        for (FieldProfile field : study.profile().fields()) {
            drafts.placeholder(field);
            if (field.numeric() >= 0.9
                    && field.filled() >= FEWEST
                    && !field.percentiles().isEmpty()) {
                drafts.notANumber(field);
                drafts.range(field);
                drafts.place(field);
                outliers.add(field);
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
}
