package org.chengshu.data.proposal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chengshu.core.spi.FieldType;
import org.chengshu.data.profile.FieldProfile;
import org.chengshu.data.profile.Profile;
import org.chengshu.data.profile.Profiler.Study;
import org.chengshu.data.profile.Sample;

/** Keys that repeat, things that are there twice. */
final class RedundantDrafts {
    private static final double NEARLY_KEY = 0.98;
    private static final double MOSTLY_UNIQUE = 0.9;
    private static final int LONGEST_KEY = 64;
    private static final int LONGEST_NAME = 100;
    private static final int MOST_FIELDS = 3;
    private static final int MOST_PAIRS = 5;

    private RedundantDrafts() {}

    static void add(Study study, Drafts to) {
        Profile profile = study.profile();
        profile.keys().stream()
                .filter(key -> profile.field(key.getFirst()).type() != FieldType.NUMBER)
                .limit(2)
                .forEach(key -> to.of("unique", key.toArray(String[]::new))
                        .with("fields", key)
                        .severity(3)
                        .guard()
                        .because(
                                "唯一",
                                " is unique",
                                "目前每行都不同，可作主键",
                                "it differs in every row now and may serve as key"));
        profile.fields().stream()
                .filter(field -> !profile.keys().contains(List.of(field.name())))
                .forEach(field -> nearlyUnique(field, to));
        together(study, to);
    }

    private static void nearlyUnique(FieldProfile field, Drafts to) {
        boolean text = field.type() == FieldType.TEXT;
        double share = field.filled() == 0 ? 0 : (double) field.distinct() / field.filled();
        int longest = field.longest().orElse(0);
        boolean measured = text && field.numeric() > 0.9 && !isCode(field);
        if (field.filled() < 20 || measured || (field.type() != FieldType.INTEGER && !text)) {
            return;
        }
        if (share >= NEARLY_KEY && longest <= LONGEST_KEY && (!text || isCode(field))) {
            to.of("unique", field.name())
                    .with("fields", List.of(field.name()))
                    .severity(2)
                    .atMost(0.1)
                    .because("唯一", " is unique", "几乎每行都不同，却有重复", "it differs in nearly every row, yet some repeat");
        } else if (share >= MOSTLY_UNIQUE && text && !isReference(field) && longest <= LONGEST_NAME && longest > 1) {
            to.of("look-alike", field.name())
                    .with("fields", List.of(field.name()))
                    .severity(2)
                    .atMost(0.1)
                    .because(
                            "疑似重复",
                            " has look-alikes",
                            "几乎每行都不同；去掉全半角、大小写、空格和标点后有相同的",
                            "it differs in nearly every row; some are the same but for width, case, blanks and punctuation");
        }
    }

    // Codes have few shapes and no words.
    private static boolean isCode(FieldProfile field) {
        return field.shapes().size() <= 5
                && field.shapes().stream().noneMatch(shape -> shape.value().matches(".*9[.,]9.*"))
                && field.shapes().stream()
                        .noneMatch(shape ->
                                shape.value().contains("汉") && shape.value().length() < 3);
    }

    // A code that several rows share names what they belong to; it has no other spellings.
    private static boolean isReference(FieldProfile field) {
        List<FieldProfile.Tally> shapes = field.shapes();
        long all = shapes.stream().mapToLong(FieldProfile.Tally::count).sum();
        long codes = shapes.stream()
                .filter(shape -> shape.value().matches("[9A-]*9[9A-]*"))
                .mapToLong(FieldProfile.Tally::count)
                .sum();
        return codes >= MOSTLY_UNIQUE * all;
    }

    /** The fewest fields that together tell nearly all rows apart although none of them does. */
    private static void together(Study study, Drafts to) {
        Sample sample = study.sample();
        List<FieldProfile> told = study.profile().fields().stream()
                .filter(field ->
                        !field.name().equals("loaded_at") && field.missingShare() < 0.1 && field.distinct() > 1)
                .filter(field -> field.distinct() < NEARLY_KEY * field.rows())
                .filter(field -> field.longest().orElse(0) <= 200)
                .toList();
        if (haveKeyOfTwo(study, told)) {
            return;
        }
        List<FieldProfile> candidates = told.stream()
                .sorted(Comparator.comparingLong(FieldProfile::distinct).reversed())
                .limit(16)
                .toList();
        List<String> chosen = new ArrayList<>();
        int[] groups = new int[sample.rows()];
        int best = 0;
        while (chosen.size() < MOST_FIELDS && best < 0.999 * sample.rows()) {
            String next = null;
            for (FieldProfile field : candidates) {
                if (!chosen.contains(field.name())) {
                    int distinct = distinct(sample, groups, field.name());
                    if (distinct > best) {
                        best = distinct;
                        next = field.name();
                    }
                }
            }
            if (next == null) {
                return;
            }
            chosen.add(next);
            split(sample, groups, next);
        }
        boolean sure = best < sample.rows() || sample.rows() < study.profile().rows();
        if (chosen.size() > 1 && best >= NEARLY_KEY * sample.rows() && sure) {
            to.of("look-alike", chosen.toArray(String[]::new))
                    .with("fields", List.copyOf(chosen))
                    .severity(2)
                    .atMost(0.05)
                    .because(
                            "都相同的疑似重复行",
                            " agree: look-alike rows",
                            "这几项合起来几乎能区分每一行，却有几行完全相同",
                            "together they tell nearly every row apart, yet a few rows agree in all of them");
        }
    }

    // Rows that two fields tell apart by design, such as a station and its hour: there are hardly more pairs of values
    // than rows.
    private static boolean haveKeyOfTwo(Study study, List<FieldProfile> candidates) {
        Sample sample = study.sample();
        for (int i = 0; i < candidates.size(); i++) {
            for (FieldProfile other : candidates.subList(i + 1, candidates.size())) {
                double pairs = (double) candidates.get(i).distinct() * other.distinct();
                if (pairs >= 0.95 * study.profile().rows()
                        && pairs <= MOST_PAIRS * study.profile().rows()) {
                    int[] groups = new int[sample.rows()];
                    split(sample, groups, candidates.get(i).name());
                    if (distinct(sample, groups, other.name()) == sample.rows()) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** Into how many groups the field would split those that there are. */
    private static int distinct(Sample sample, int[] groups, String more) {
        long[] keys = keys(sample, groups, more);
        Arrays.sort(keys);
        int distinct = keys.length == 0 ? 0 : 1;
        for (int i = 1; i < keys.length; i++) {
            distinct += keys[i] == keys[i - 1] ? 0 : 1;
        }
        return distinct;
    }

    private static void split(Sample sample, int[] groups, String more) {
        Map<Long, Integer> places = new HashMap<>();
        long[] keys = keys(sample, groups, more);
        for (int row = 0; row < keys.length; row++) {
            groups[row] = places.computeIfAbsent(keys[row], _ -> places.size());
        }
    }

    private static long[] keys(Sample sample, int[] groups, String more) {
        long[] keys = new long[groups.length];
        for (int row = 0; row < keys.length; row++) {
            keys[row] = (((long) groups[row]) << Integer.SIZE) | (sample.code(more, row) & 0xFFFF_FFFFL);
        }
        return keys;
    }
}
