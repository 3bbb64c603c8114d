package org.chengshu.data.proposal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.chengshu.core.spi.FieldType;
import org.chengshu.data.profile.FieldProfile;
import org.chengshu.data.profile.FieldProfile.Tally;
import org.chengshu.data.profile.Profiler.Study;
import org.chengshu.data.profile.Sample;
import org.chengshu.data.rule.NullWords;
import org.chengshu.data.rule.Shape;

/** Texts written in several ways, and those that a standard does not take. */
final class TextDrafts {
    private static final double MAINLY = 0.8;
    private static final double NEARLY = 0.9;
    private static final int FEWEST = 30;
    private static final int LONGEST = 40;
    private static final int LONGEST_NAME = 120;
    private static final Pattern WITH_UNIT = Pattern.compile("[0-9][0-9,.]*\\s*([^0-9\\s,.].*)");
    private static final Pattern BETWEEN_DIGITS = Pattern.compile("(\\d)[\\s\\-_.,;:/]+(?=\\d)");
    private static final Pattern THOUSANDS = Pattern.compile("-?\\d{1,3}(,\\d{3})+(\\.\\d+)?");

    private final Sample sample;
    private final Drafts to;

    private TextDrafts(Study study, Drafts to) {
        this.sample = study.sample();
        this.to = to;
    }

    static void add(Study study, Drafts to) {
        TextDrafts drafts = new TextDrafts(study, to);
        for (FieldProfile field : study.profile().fields()) {
            if (field.type() != FieldType.TEXT || field.filled() < FEWEST) {
                continue;
            }
            drafts.standard(field);
            drafts.tidy(field);
            drafts.spelling(field);
            drafts.brackets(field);
            drafts.decimals(field);
            drafts.thousands(field);
            drafts.length(field);
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
        if (field.untidy() > 0 || field.fullWidth() > 0 || field.type() == FieldType.TEXT) {
            to.of("tidy", field.name())
                    .field()
                    .severity(1)
                    .atMost(0.9)
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
        Map<String, Map<String, Integer>> folded = new HashMap<>();
        sample.values(field.name()).filter(text -> !NullWords.is(text)).forEach(text -> folded.computeIfAbsent(
                        folded(text), _ -> new HashMap<>())
                .merge(text, 1, Integer::sum));
        List<String> twice = folded.values().stream()
                .filter(spellings -> spellings.size() > 1)
                .map(spellings ->
                        String.join(" / ", spellings.keySet().stream().limit(2).toList()))
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
        StringBuilder half = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            half.append(c >= '\uFF01' && c <= '\uFF5E' ? (char) (c - 0xFEE0) : c);
        }
        return BETWEEN_DIGITS
                .matcher(half)
                .replaceAll("$1|")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s\\-_.,;:'\"()/\\[\\]]+", "");
    }

    private void brackets(FieldProfile field) {
        long half = sample.values(field.name())
                .filter(text -> text.indexOf('(') >= 0)
                .count();
        long full = sample.values(field.name())
                .filter(text -> text.indexOf('（') >= 0)
                .count();
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
        long all = plain(field).count();
        long decimal = plain(field).filter(text -> text.matches("-?\\d+\\.0+")).count();
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
        long all = plain(field).count();
        long commas =
                plain(field).filter(text -> THOUSANDS.matcher(text).matches()).count();
        if (commas > 0 && field.numeric() >= NEARLY && all >= FEWEST) {
            to.of("pattern", field.name())
                    .field()
                    .with("regex", "[^,]*")
                    .kind("disordered")
                    .severity(1)
                    .atMost(1)
                    .because(
                            "不带千分位",
                            " has no thousands commas",
                            "抽样中 " + commas + " 个数带千分位逗号，不能直接当数用",
                            commas + " numbers of the sample carry thousands commas and cannot be used as numbers");
        }
    }

    private void length(FieldProfile field) {
        Map<Integer, Long> lengths = plain(field)
                .filter(text -> text.matches("[0-9A-Za-z]*[0-9][0-9A-Za-z]*"))
                .collect(Collectors.groupingBy(String::length, Collectors.counting()));
        long all = plain(field).count();
        lengths.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .filter(most -> most.getKey() >= 5 && most.getValue() >= NEARLY * all && most.getValue() < all)
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

    /** Numbers with several units or none: the most frequent is held to be the way. */
    private boolean units(FieldProfile field) {
        Map<String, Integer> units = new HashMap<>();
        long all = plain(field).count();
        plain(field).forEach(text -> {
            Matcher matcher = WITH_UNIT.matcher(text);
            if (matcher.matches()) {
                units.merge(matcher.group(1), 1, Integer::sum);
            } else if (text.matches("[0-9][0-9,.]*")) {
                units.merge("", 1, Integer::sum);
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
        long all = plain(field).count();
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
        return clear && allowed.stream().allMatch(shape -> shape.contains("9") && valuesOf(field, shape) >= 5);
    }

    private long valuesOf(FieldProfile field, String shape) {
        return plain(field)
                .filter(text -> Shape.of(text).equals(shape))
                .distinct()
                .limit(5)
                .count();
    }

    private java.util.stream.Stream<String> plain(FieldProfile field) {
        return sample.values(field.name()).map(String::strip).filter(text -> !NullWords.is(text));
    }
}
