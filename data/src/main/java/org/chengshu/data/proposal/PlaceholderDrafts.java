package org.chengshu.data.proposal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.chengshu.core.spi.FieldType;
import org.chengshu.data.profile.FieldProfile;
import org.chengshu.data.profile.FieldProfile.Tally;
import org.chengshu.data.profile.Profiler.Study;
import org.chengshu.data.profile.Sample;
import org.chengshu.data.rule.NullWords;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Values that stand in for what is not known: filled in by default, alone or together, or the end of what an instrument shows. */
final class PlaceholderDrafts {
    private static final int FEWEST_DIFFERENT = 300;
    private static final double TOGETHER = 0.9;
    private static final int FEWEST_AT_END = 3;
    private static final int NEXT = 5;
    private static final double MORE = 1.3;
    private static final int SMALL_SCALE = 100;
    /** Names of a class of its own. */
    private static final Set<String> OTHERS = Set.of("其他", "其它", "其余", "other", "others", "misc", "miscellaneous");

    private static final Pattern ROUND = Pattern.compile("[1-9]0+");

    private final Sample sample;
    private final Drafts to;

    private PlaceholderDrafts(Study study, Drafts to) {
        this.sample = study.sample();
        this.to = to;
    }

    static void add(Study study, Drafts to) {
        PlaceholderDrafts drafts = new PlaceholderDrafts(study, to);
        List<FieldProfile> fields =
                study.profile().fields().stream().filter(drafts::sticksOut).toList();
        Set<String> paired = drafts.pairs(fields);
        fields.stream().filter(field -> !paired.contains(field.name())).forEach(drafts::alone);
        study.profile().fields().forEach(drafts::end);
    }

    private boolean sticksOut(FieldProfile field) {
        List<Tally> top = field.top();
        if (field.distinct() < FEWEST_DIFFERENT || field.distinct() < 0.02 * field.filled() || top.size() < 3) {
            return false;
        }
        Tally first = top.getFirst();
        double share = (double) first.count() / Math.max(1, sample.rows());
        boolean named = NullWords.is(first.value())
                || OTHERS.contains(first.value().strip().toLowerCase(Locale.ROOT));
        return first.count() >= 10 * top.get(1).count() && share >= 0.005 && share <= 0.3 && !named && !isZero(first);
    }

    private static boolean isZero(Tally value) {
        return value.value().matches("\\s*[-+]?0*([.]0*)?\\s*");
    }

    /** Two fields that are filled in together, such as the two coordinates of one place, make one rule. */
    private Set<String> pairs(List<FieldProfile> fields) {
        Set<String> paired = new HashSet<>();
        for (int i = 0; i < fields.size(); i++) {
            for (FieldProfile other : fields.subList(i + 1, fields.size())) {
                FieldProfile one = fields.get(i);
                boolean free = !paired.contains(one.name()) && !paired.contains(other.name());
                if (free && areTogether(one, other)) {
                    pair(one, other);
                    paired.addAll(List.of(one.name(), other.name()));
                }
            }
        }
        return paired;
    }

    private boolean areTogether(FieldProfile one, FieldProfile other) {
        Tally first = one.top().getFirst();
        Tally second = other.top().getFirst();
        long both = 0;
        for (int row = 0; row < sample.rows(); row++) {
            boolean same =
                    sample.cell(one.name(), row).filter(first.value()::equals).isPresent()
                            && sample.cell(other.name(), row)
                                    .filter(second.value()::equals)
                                    .isPresent();
            both += same ? 1 : 0;
        }
        return both >= TOGETHER * Math.max(first.count(), second.count());
    }

    private void pair(FieldProfile one, FieldProfile other) {
        String first = one.top().getFirst().value();
        String second = other.top().getFirst().value();
        Drafts.Maker draft = to.of("never", one.name(), other.name());
        ArrayNode conditions = draft.check().putArray("conditions");
        condition(conditions.addObject(), one, first);
        condition(conditions.addObject(), other, second);
        draft.severity(2)
                .because(
                        "不是占位值",
                        " are no placeholder",
                        "“" + first + "”与“" + second + "”总是一起出现，远多于其他值，疑似默认值",
                        "“" + first + "” and “" + second
                                + "” come together, far more often than any other value: they seem to be filled in by default");
    }

    private static void condition(ObjectNode condition, FieldProfile field, String value) {
        condition.put("field", field.name()).put("op", "eq");
        if (field.type() == FieldType.TEXT) {
            condition.put("value", value);
        } else {
            condition.put("value", new java.math.BigDecimal(value));
        }
    }

    private void alone(FieldProfile field) {
        Tally first = field.top().getFirst();
        long next = field.top().get(1).count();
        to.of("placeholder", field.name())
                .field()
                .with("values", List.of(first.value()))
                .severity(2)
                .because(
                        "不是占位值",
                        " is no placeholder",
                        "“" + first.value() + "”出现 " + first.count() + " 次，其余各值最多 " + next + " 次，疑似默认值",
                        "“" + first.value() + "” is there " + first.count() + " times, every other value at most "
                                + next + " times: it seems to be filled in by default");
    }

    /** A round largest value that more rows have than any of those next to it is as far as an instrument shows. */
    private void end(FieldProfile field) {
        if (field.type() != FieldType.NUMBER && field.type() != FieldType.INTEGER) {
            return;
        }
        Optional<String> most = field.max().map(text -> text.replaceAll("[.]0+$", ""));
        List<Long> counts = largest(field.name());
        boolean round = most.filter(text -> ROUND.matcher(text).matches())
                .filter(text -> Double.parseDouble(text) > SMALL_SCALE)
                .isPresent();
        double next =
                counts.stream().skip(1).mapToLong(Long::longValue).average().orElse(Double.MAX_VALUE);
        boolean piled = counts.size() > NEXT && counts.getFirst() >= FEWEST_AT_END && counts.getFirst() > MORE * next;
        if (round && piled && field.distinct() >= FEWEST_DIFFERENT / 6) {
            to.of("placeholder", field.name())
                    .field()
                    .with("values", List.of(most.orElseThrow()))
                    .variant("end")
                    .severity(1)
                    .atMost(0.01)
                    .because(
                            "未到量程上限",
                            " is not at the end of its scale",
                            "最大值 " + most.orElseThrow() + " 是整数，且比邻近的值更多见，疑似超出量程",
                            "the largest value, " + most.orElseThrow()
                                    + ", is round and more frequent than those next to it: more may not be shown");
        }
    }

    /** How many rows of the sample have the largest value and each of the next. */
    private List<Long> largest(String field) {
        double[] sorted = org.chengshu.data.profile.Numbers.sorted(sample.numbers(field));
        List<Long> counts = new ArrayList<>();
        for (int i = sorted.length - 1; i >= 0 && counts.size() <= NEXT; ) {
            int from = i;
            while (i >= 0 && sorted[i] == sorted[from]) {
                i--;
            }
            counts.add((long) from - i);
        }
        return counts;
    }
}
