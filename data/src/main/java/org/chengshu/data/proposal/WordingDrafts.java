package org.chengshu.data.proposal;

import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.chengshu.core.spi.FieldType;
import org.chengshu.data.profile.FieldProfile;
import org.chengshu.data.profile.Profiler.Study;
import org.chengshu.data.rule.NullWords;

/** Texts that say less than the others do: cut off, or without the place that an address begins with. */
final class WordingDrafts {
    private static final int FEWEST = 30;
    private static final int LONG = 40;
    private static final double RARE = 0.05;
    private static final double MAINLY = 0.8;
    /** Ends in the middle of a list, with dots for the rest, or within a bracket that nothing closes. */
    private static final String BREAKS_OFF = ".*([，、；,;(（【]|[.]{3}|…)\\s*|.*[（(【][^（(【）)】]*";

    private static final String WHOLE = "(?!.*([，、；,;(（【]|[.]{3}|…)\\s*$)(?!.*[（(【][^（(【）)】]*$).*";
    private static final Pattern BROKEN = Pattern.compile(BREAKS_OFF, Pattern.DOTALL);
    private static final Pattern PLACE = Pattern.compile(".*[省市区县旗].*", Pattern.DOTALL);

    private final Map<String, Integer> texts;
    private final Drafts to;

    private WordingDrafts(Map<String, Integer> texts, Drafts to) {
        this.texts = texts;
        this.to = to;
    }

    static void add(Study study, Drafts to) {
        for (FieldProfile field : study.profile().fields()) {
            if (field.type() == FieldType.TEXT && field.filled() >= FEWEST) {
                WordingDrafts drafts = new WordingDrafts(study.sample().tally(field.name()), to);
                drafts.cut(field);
                drafts.place(field);
            }
        }
    }

    private void cut(FieldProfile field) {
        if (field.longest().orElse(0) < LONG) {
            return;
        }
        long broken = count(text -> BROKEN.matcher(text).matches());
        if (broken > 0 && broken <= RARE * count(_ -> true)) {
            to.of("pattern", field.name())
                    .field()
                    .with("regex", WHOLE)
                    .kind("missing")
                    .variant("cut")
                    .severity(1)
                    .atMost(RARE)
                    .because(
                            "未被截断",
                            " is not cut off",
                            "抽样中 " + broken + " 条在逗号、顿号、省略号处或未闭合的括号中戛然而止",
                            broken
                                    + " of the sample end at a comma, with dots or within a bracket that nothing closes");
        }
    }

    private void place(FieldProfile field) {
        String name = field.name().toLowerCase(Locale.ROOT);
        String title = to.title(field.name()).zh();
        boolean address = name.contains("address") || title.contains("地址") || title.contains("住所");
        long with = count(text -> PLACE.matcher(text).matches());
        long all = count(_ -> true);
        if (address && with >= MAINLY * all && with < all) {
            to.of("pattern", field.name())
                    .field()
                    .with("regex", PLACE.pattern())
                    .kind("wrong")
                    .variant("place")
                    .severity(2)
                    .atMost(1 - MAINLY)
                    .because(
                            "写明所在区划",
                            " names its district",
                            MissingDrafts.percent((double) with / all) + " 的地址写明了省、市、区或县，其余没有",
                            MissingDrafts.percent((double) with / all)
                                    + " of the addresses name a province, city, district or county, the rest do not");
        }
    }

    private long count(Predicate<String> which) {
        long count = 0;
        for (Map.Entry<String, Integer> entry : texts.entrySet()) {
            count += !NullWords.is(entry.getKey()) && which.test(entry.getKey()) ? entry.getValue() : 0;
        }
        return count;
    }
}
