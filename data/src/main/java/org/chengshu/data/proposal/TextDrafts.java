package org.chengshu.data.proposal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.chengshu.core.spi.FieldType;
import org.chengshu.data.profile.FieldProfile;
import org.chengshu.data.profile.FieldProfile.Tally;
import org.chengshu.data.profile.Profiler.Study;
import org.chengshu.data.rule.NullWords;
import org.chengshu.data.rule.Shape;
import org.chengshu.data.standard.Characters;

/** Texts written in several ways, and those that a standard does not take. */
final class TextDrafts {
    private static final double MAINLY = 0.8;
    private static final double NEARLY = 0.9;
    private static final double ONE_LENGTH = 0.85;
    private static final int FEWEST = 30;
    private static final int LONGEST = 40;
    private static final int LONGEST_NAME = 120;
    private static final Pattern WITH_UNIT = Pattern.compile("[0-9][0-9,.]*\\s*([^0-9\\s,.].*)");
    private static final Pattern BETWEEN_DIGITS = Pattern.compile("(\\d)[\\s\\-_.,;:/]+(?=\\d)");
    private static final Pattern DECIMAL = Pattern.compile("-?\\d+\\.0+");
    private static final Pattern CODE = Pattern.compile("[0-9A-Za-z]*[0-9][0-9A-Za-z]*");
    private static final Pattern CODE_WITH_CAPITALS = Pattern.compile("(?=.*[0-9])[0-9A-Z]{5,}");
    private static final Pattern SMALL = Pattern.compile("[a-z]");
    private static final Pattern BARE = Pattern.compile("[0-9][0-9,.]*");
    private static final Pattern THOUSANDS =
            Pattern.compile("-?\\d{1,3}(,\\d{3})+(\\.\\d+)?(\\s*[^\\d\\s,.][^\\d,]*)?");

    private final Drafts to;
    /** The different texts and how many rows have them. */
    private final Map<String, Integer> texts;
    /** Those of {@link #texts} that are no words for nothing, without blanks at their ends. */
    private final Map<String, Integer> plain = new HashMap<>();

    private TextDrafts(Map<String, Integer> texts, Drafts to) {
        this.to = to;
        this.texts = texts;
        texts.forEach((text, count) -> {
            if (!NullWords.is(text)) {
                plain.merge(text.strip(), count, Integer::sum);
            }
        });
    }

    static void add(Study study, Drafts to) {
        for (FieldProfile field : study.profile().fields()) {
            if (field.type() != FieldType.TEXT || field.filled() < FEWEST) {
                continue;
            }
            TextDrafts drafts = new TextDrafts(study.sample().tally(field.name()), to);
            drafts.standard(field);
            drafts.tidy(field);
            drafts.spelling(field);
            drafts.brackets(field);
            drafts.decimals(field);
            drafts.thousands(field);
            drafts.length(field);
            drafts.capitals(field);
            if (!drafts.units(field)) {
                drafts.shapes(field);
            }
        }
    }

    private void standard(FieldProfile field) {
        field.standard().ifPresent(call -> to.of("standard", field.name())
                .field()
                .with("standard", call)
                .severity(3)
                .atMost(0.1)
                .because(
                        "符合标准 " + call,
                        " follows the standard " + call,
                        "抽样中 " + MissingDrafts.percent(field.standardShare()) + " 符合标准函数 " + call,
                        "the standard function " + call + " takes " + MissingDrafts.percent(field.standardShare())
                                + " of the sample"));
    }

    private void tidy(FieldProfile field) {
        if (field.untidy() > 0 || field.fullWidth() > 0) {
            // Blanks within that all have are how it is written; at the ends they are never meant.
            long atEnds = count(texts, text -> !text.equals(text.strip()));
            to.of("tidy", field.name())
                    .field()
                    .severity(1)
                    .atMost(2 * atEnds >= count(texts, _ -> true) ? 1 : NEARLY)
                    .because(
                            "无多余空白和全角",
                            " has no stray blanks or full width",
                            "有首尾空白、连续空格、全角字母数字或控制字符",
                            "some have blanks at their ends or doubled, full-width letters or digits, or control characters");
        }
    }

    private void spelling(FieldProfile field) {
        if (field.distinct() > 0.5 * field.filled() || field.numeric() > NEARLY) {
            return;
        }
        Map<String, List<String>> folded = new HashMap<>();
        texts.keySet().stream().filter(text -> !NullWords.is(text)).forEach(text -> folded.computeIfAbsent(
                        folded(text), _ -> new ArrayList<>())
                .add(text));
        List<String> twice = folded.values().stream()
                .filter(spellings -> spellings.size() > 1)
                .map(spellings -> String.join(" / ", spellings.subList(0, 2)))
                .limit(3)
                .toList();
        if (!twice.isEmpty()) {
            to.of("spelling", field.name())
                    .field()
                    .severity(2)
                    .because(
                            "同物同写",
                            " is spelt in one way",
                            "同一内容有多种写法，如 " + String.join("；", twice),
                            "one thing is written in several ways, such as " + String.join("; ", twice));
        }
    }

    // As the rule folds: signs between digits tell numbers apart.
    private static String folded(String text) {
        String apart = BETWEEN_DIGITS.matcher(Characters.half(text)).replaceAll("$1|");
        return Characters.without(" \t\n\u000B\f\r-_.,;:'\"()/[]", apart.toLowerCase(Locale.ROOT));
    }

    private void brackets(FieldProfile field) {
        long half = count(texts, text -> text.indexOf('(') >= 0);
        long full = count(texts, text -> text.indexOf('（') >= 0);
        if (half == 0 || full == 0 || field.longest().orElse(0) > LONGEST_NAME) {
            return;
        }
        boolean keepHalf = half >= full;
        to.of("pattern", field.name())
                .field()
                .with("regex", keepHalf ? "[^（）]*" : "[^()]*")
                .kind("disordered")
                .severity(1)
                .because(
                        "括号统一",
                        " has one kind of brackets",
                        "半角括号 " + half + " 处，全角括号 " + full + " 处",
                        half + " with half-width brackets, " + full + " with full-width ones");
    }

    private void decimals(FieldProfile field) {
        long all = count(plain, _ -> true);
        long decimal = count(plain, text -> DECIMAL.matcher(text).matches());
        if (all >= FEWEST && decimal >= NEARLY * all) {
            to.of("pattern", field.name())
                    .field()
                    .with("regex", "-?[0-9]+")
                    .kind("disordered")
                    .severity(1)
                    .atMost(1)
                    .because(
                            "为整数写法",
                            " is written as a whole number",
                            "整数写成了小数，如 2215.0，编码的前导零可能已丢失",
                            "whole numbers are written as decimals such as 2215.0; leading zeros of codes may be lost");
        }
    }

    private void thousands(FieldProfile field) {
        long all = count(plain, _ -> true);
        long commas = count(plain, text -> THOUSANDS.matcher(text).matches());
        if (commas > 0
                && all >= FEWEST
                && (field.numeric() >= NEARLY || count(plain, TextDrafts::isAmount) >= NEARLY * all)) {
            to.of("pattern", field.name())
                    .field()
                    .with("regex", "[^,]*")
                    .kind("disordered")
                    .variant("commas")
                    .severity(1)
                    .atMost(1)
                    .because(
                            "不带千分位",
                            " has no thousands commas",
                            "抽样中 " + commas + " 个数带千分位逗号，不能直接当数用",
                            commas + " numbers of the sample carry thousands commas and cannot be used as numbers");
        }
    }

    private static boolean isAmount(String text) {
        return BARE.matcher(text).matches() || WITH_UNIT.matcher(text).matches();
    }

    private void length(FieldProfile field) {
        Map<Integer, Long> lengths = plain.entrySet().stream()
                .filter(entry -> CODE.matcher(entry.getKey()).matches())
                .collect(Collectors.groupingBy(
                        entry -> entry.getKey().length(), Collectors.summingLong(Map.Entry::getValue)));
        long all = count(plain, _ -> true);
        lengths.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .filter(most -> most.getKey() >= 5 && most.getValue() >= ONE_LENGTH * all && most.getValue() < all)
                .ifPresent(most -> to.of("pattern", field.name())
                        .field()
                        .with("regex", "[0-9A-Za-z]{" + most.getKey() + "}")
                        .kind("wrong")
                        .severity(2)
                        .atMost(0.15)
                        .because(
                                "为 " + most.getKey() + " 位编码",
                                " is a code of " + most.getKey() + " characters",
                                MissingDrafts.percent((double) most.getValue() / all) + " 为 " + most.getKey()
                                        + " 位字母数字",
                                MissingDrafts.percent((double) most.getValue() / all) + " are " + most.getKey()
                                        + " letters and digits"));
    }

    // A standard function reads small letters for capitals; who compares the codes as they stand does not.
    private void capitals(FieldProfile field) {
        long codes = count(plain, text -> CODE_WITH_CAPITALS.matcher(text).matches());
        long small = count(
                plain,
                text -> CODE.matcher(text).matches() && SMALL.matcher(text).find());
        if (small > 0 && codes >= FEWEST && codes + small >= NEARLY * count(plain, _ -> true)) {
            to.of("pattern", field.name())
                    .field()
                    .with("regex", "[^a-z]*")
                    .kind("disordered")
                    .severity(1)
                    .atMost(0.02)
                    .because(
                            "字母大写",
                            " is written in capitals",
                            "编码的字母都大写，" + small + " 个有小写",
                            "the letters of the codes are capitals, " + small + " have small ones");
        }
    }

    /** Numbers with several units or none: the most frequent is held to be the way. */
    private boolean units(FieldProfile field) {
        Map<String, Integer> units = new HashMap<>();
        long all = count(plain, _ -> true);
        plain.forEach((text, count) -> {
            Matcher matcher = WITH_UNIT.matcher(text);
            if (matcher.matches()) {
                units.merge(matcher.group(1), count, Integer::sum);
            } else if (BARE.matcher(text).matches()) {
                units.merge("", count, Integer::sum);
            }
        });
        long counted = units.values().stream().mapToLong(Integer::longValue).sum();
        boolean words = units.keySet().stream().filter(unit -> !unit.isEmpty()).allMatch(TextDrafts::isUnit);
        boolean measured = counted >= MAINLY * all && units.size() >= 2 && units.size() <= 40 && words;
        if (!measured) {
            return false;
        }
        String main = units.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue())
                .orElseThrow()
                .getKey();
        String list = units.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
                .limit(5)
                .map(entry -> "“" + entry.getKey() + "” " + entry.getValue())
                .collect(Collectors.joining("，"));
        to.of("pattern", field.name())
                .field()
                .with("regex", "[0-9][0-9,.]*\\s*" + quoted(main))
                .kind("disordered")
                .severity(2)
                .atMost(0.95)
                .because(
                        "单位统一",
                        " has one unit",
                        "数字后的单位有 " + units.size() + " 种：" + list,
                        units.size() + " units follow the numbers: " + list);
        return true;
    }

    // A letter behind a number is rather part of a code.
    private static boolean isUnit(String text) {
        return text.matches(".*(\\p{IsHan}|[%°℃$€£¥]|[A-Za-z]{2,}).*") && !text.matches(".*\\d.*");
    }

    private static String quoted(String text) {
        return text.replaceAll("([\\\\^$.|?*+()\\[\\]{}])", "\\\\$1");
    }

    private void shapes(FieldProfile field) {
        if (field.longest().orElse(0) > LONGEST
                || field.numeric() > NEARLY
                || field.standard().isPresent()) {
            return;
        }
        long all = count(plain, _ -> true);
        List<String> allowed = new ArrayList<>();
        long covered = 0;
        for (Tally shape : field.shapes()) {
            if (covered >= MAINLY * all || allowed.size() == 3) {
                break;
            }
            allowed.add(shape.value());
            covered += shape.count();
        }
        if (covered >= MAINLY * all && covered < all && areOfCodes(field, allowed, all)) {
            to.of("shapes", field.name())
                    .field()
                    .with("shapes", allowed)
                    .severity(2)
                    .atMost(0.25)
                    .because(
                            "写法统一",
                            " has one shape",
                            MissingDrafts.percent((double) covered / all) + " 写作 " + String.join("、", allowed)
                                    + "，其余不同",
                            MissingDrafts.percent((double) covered / all) + " are written " + String.join(", ", allowed)
                                    + ", the rest otherwise");
        }
    }

    // Codes hold digits, and many of them share a shape; names of classes do not.
    private boolean areOfCodes(FieldProfile field, List<String> allowed, long all) {
        boolean clear = field.shapes().getFirst().count() >= 0.6 * all;
        return clear && allowed.stream().allMatch(shape -> shape.contains("9") && valuesOf(shape) >= 5);
    }

    private long valuesOf(String shape) {
        return plain.keySet().stream()
                .filter(text -> Shape.of(text).equals(shape))
                .limit(5)
                .count();
    }

    private static long count(Map<String, Integer> texts, Predicate<String> which) {
        long count = 0;
        for (Map.Entry<String, Integer> entry : texts.entrySet()) {
            count += which.test(entry.getKey()) ? entry.getValue() : 0;
        }
        return count;
    }
}
