package org.chengshu.data.proposal;

import java.util.Arrays;
import java.util.Locale;
import org.chengshu.core.spi.FieldType;
import org.chengshu.data.profile.FieldProfile;
import org.chengshu.data.profile.Numbers;
import org.chengshu.data.profile.Profiler.Study;
import org.chengshu.data.profile.Sample;

/** Numbers out of range, far outside of the others, or standing in for what is not known. */
final class NumberDrafts {
    private static final int FEWEST = 30;
    private static final double RARE = 0.03;
    private static final double MOSTLY = 0.5;

    private final Sample sample;
    private final Drafts to;

    private NumberDrafts(Study study, Drafts to) {
        this.sample = study.sample();
        this.to = to;
    }

    static void add(Study study, Drafts to) {
        NumberDrafts drafts = new NumberDrafts(study, to);
        OutlierDrafts outliers = new OutlierDrafts(study, to);
        PlaceholderDrafts.add(study, to);
        for (FieldProfile field : study.profile().fields()) {
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
        double near = Numbers.quantile(above, 0.05) / 10;
        return isNextToZero(above)
                ? next >= 10 * zeros
                : Arrays.stream(above).filter(x -> x < near).count() <= zeros;
    }

    /** The least stands one step above zero on a scale of which all steps are taken, such as 1, 2, 3 or 0.1, 0.2, 0.3. */
    private static boolean isNextToZero(double[] above) {
        double first = above[0];
        double[] lower = Arrays.stream(above)
                .limit(Math.max(1, above.length / 2))
                .distinct()
                .toArray();
        boolean steps = Arrays.stream(lower).allMatch(x -> Math.abs(x / first - Math.rint(x / first)) < 1e-6);
        double slots = lower[lower.length - 1] / first;
        return steps && lower.length >= MOSTLY * slots;
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
}
