package org.chengshu.data.standard.codes;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.chengshu.kernel.Text;
import tools.jackson.databind.JsonNode;

/** What a schema cannot say of a code table: codes once only, parents that are there and lead upwards, days in order. Pure. */
final class CodeTableCheck {
    static final int MOST_CODES = 20_000;
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9.-]{0,63}");

    private final JsonNode json;
    private final BiConsumer<String, Text> faults;

    private CodeTableCheck(JsonNode json, BiConsumer<String, Text> faults) {
        this.json = json;
        this.faults = faults;
    }

    /** @param faults takes a JSON pointer and what is wrong there */
    static void check(String id, JsonNode json, BiConsumer<String, Text> faults) {
        CodeTableCheck check = new CodeTableCheck(json, faults);
        if (!ID.matcher(id).matches()) {
            check.fault(
                    "/id",
                    "编号由小写字母、数字、点和横线组成，最长 64",
                    "an id is made of lower-case letters, digits, dots and dashes, at most 64");
        }
        check.titles();
        check.codes();
    }

    private void titles() {
        if (json.at("/title/zh").asString("").isBlank()
                || json.at("/title/en").asString("").isBlank()) {
            fault("/title", "名称要有中文和英文", "a title has zh and en");
        }
    }

    private void codes() {
        JsonNode codes = json.path("codes");
        if (codes.size() > MOST_CODES) {
            fault("/codes", "最多 " + MOST_CODES + " 个代码", "at most " + MOST_CODES + " codes");
            return;
        }
        Map<String, String> parents = new HashMap<>();
        Set<String> known = new HashSet<>();
        for (int i = 0; i < codes.size(); i++) {
            String code = codes.get(i).path("code").asString("");
            if (code.isBlank()) {
                fault("/codes/" + i + "/code", "缺少代码", "the code is missing");
            } else if (!known.add(code)) {
                fault("/codes/" + i + "/code", "代码 " + code + " 重复", "code " + code + " comes twice");
            }
            if (codes.get(i).at("/title/zh").asString("").isBlank()) {
                fault("/codes/" + i + "/title", "代码 " + code + " 缺少名称", "code " + code + " has no title");
            }
            codes.get(i).path("parent").asStringOpt().ifPresent(parent -> parents.put(code, parent));
            days(i, codes.get(i));
        }
        for (int i = 0; i < codes.size(); i++) {
            parent(i, codes.get(i).path("code").asString(""), parents, known);
        }
    }

    private void parent(int at, String code, Map<String, String> parents, Set<String> known) {
        String parent = parents.get(code);
        if (parent != null && !known.contains(parent)) {
            fault("/codes/" + at + "/parent", "没有上级代码 " + parent, "there is no parent " + parent);
            return;
        }
        Set<String> seen = new HashSet<>(Set.of(code));
        while (parent != null) {
            if (!seen.add(parent)) {
                fault("/codes/" + at + "/parent", "上级关系成环", "the parents run in a circle");
                return;
            }
            parent = parents.get(parent);
        }
    }

    private void days(int at, JsonNode code) {
        Optional<LocalDate> from = day(at, code, "from");
        Optional<LocalDate> to = day(at, code, "to");
        if (from.isPresent() && to.isPresent() && from.get().isAfter(to.get())) {
            fault("/codes/" + at + "/to", "失效日期早于生效日期", "it ends before it begins");
        }
    }

    private Optional<LocalDate> day(int at, JsonNode code, String name) {
        String text = code.path(name).asString("");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            fault("/codes/" + at + "/" + name, "不是日期：" + text, "not a date: " + text);
            return Optional.empty();
        }
    }

    private void fault(String place, String zh, String en) {
        faults.accept(place, Text.of(zh, en));
    }
}
