package org.chengshu.data.standard.element;

import java.util.Arrays;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.chengshu.core.spi.FieldType;
import org.chengshu.data.standard.Standards;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Text;
import tools.jackson.databind.JsonNode;

/** What a schema cannot say of an element, or nobody has checked of one that people made. */
final class ElementCheck {
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9.-]{0,63}");
    private static final int LONGEST = 100_000;
    private static final int LONGEST_PATTERN = 200;

    private final Standards standards;
    private final Predicate<String> tables;

    /** @param tables whether there is a code table of that id, or will be */
    ElementCheck(Standards standards, Predicate<String> tables) {
        this.standards = standards;
        this.tables = tables;
    }

    /** @param faults takes a JSON pointer and what is wrong there */
    void check(String id, JsonNode json, BiConsumer<String, Text> faults) {
        if (!ID.matcher(id).matches()) {
            faults.accept(
                    "/id",
                    Text.of(
                            "编号由小写字母、数字、点和横线组成，最长 64",
                            "an id is made of lower-case letters, digits, dots and dashes, at most 64"));
        }
        if (json.at("/title/zh").asString("").isBlank()
                || json.at("/title/en").asString("").isBlank()) {
            faults.accept("/title", Text.of("名称要有中文和英文", "a title has zh and en"));
        }
        String type = json.path("type").asString("text");
        if (Arrays.stream(FieldType.values()).noneMatch(known -> known.word().equals(type))) {
            faults.accept("/type", Text.of("没有类型 " + type, "there is no type " + type));
        }
        range(json, "length", 1, LONGEST, faults);
        range(json, "sensitivity", 1, 4, faults);
        ElementJson.word(json, "pattern").ifPresent(pattern -> pattern(pattern, faults));
        ElementJson.word(json, "codes")
                .filter(tables.negate())
                .ifPresent(
                        codes -> faults.accept("/codes", Text.of("没有代码表 " + codes, "there is no code table " + codes)));
        ElementJson.word(json, "standard").ifPresent(call -> standard(call, faults));
    }

    private static void range(JsonNode json, String name, int least, int most, BiConsumer<String, Text> faults) {
        JsonNode value = json.path(name);
        boolean fits = value.isMissingNode()
                || value.isNull()
                || (value.isIntegralNumber() && value.asInt() >= least && value.asInt() <= most);
        if (!fits) {
            faults.accept(
                    "/" + name,
                    Text.of("应为 " + least + " 至 " + most + " 的整数", "a whole number from " + least + " to " + most));
        }
    }

    private static void pattern(String pattern, BiConsumer<String, Text> faults) {
        try {
            if (pattern.length() > LONGEST_PATTERN) {
                faults.accept(
                        "/pattern",
                        Text.of("最长 " + LONGEST_PATTERN + " 个字符", "at most " + LONGEST_PATTERN + " characters"));
            }
            Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            faults.accept(
                    "/pattern",
                    Text.of("不是正则表达式：" + e.getDescription(), "not a regular expression: " + e.getDescription()));
        }
    }

    private void standard(String call, BiConsumer<String, Text> faults) {
        // A code table that comes with the same pack is not known yet; it is named by codes, not by the call.
        if (call.startsWith("element") || call.startsWith("code:")) {
            faults.accept(
                    "/standard",
                    Text.of("代码表请写在 codes，不能引用数据元", "name a code table by codes; an element cannot stand on another"));
            return;
        }
        try {
            standards.get(call);
        } catch (Fault e) {
            faults.accept("/standard", Text.of("标准函数有误：" + e.getMessage(), e.getMessage()));
        }
    }
}
