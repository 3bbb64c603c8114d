package org.chengshu.sense.rulebook;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.chengshu.core.packs.PackFaults;
import org.chengshu.core.packs.PackItem;
import org.chengshu.core.settings.DaysOff;
import org.chengshu.formula.FormulaFault;
import org.chengshu.formula.Signature;
import org.chengshu.kernel.Text;
import org.chengshu.sense.PropertyType;
import tools.jackson.databind.JsonNode;

/** Finds what is wrong with one rule that its schema cannot tell. */
final class RuleCheck {
    private static final Duration SHORTEST_ABSENCE = Duration.ofSeconds(10);

    private final PackItem item;
    private final JsonNode json;
    private final Map<String, PropertyType> properties;
    private final Signature words;
    private final PackFaults faults;

    RuleCheck(PackItem item, Map<String, PropertyType> properties, PackFaults faults) {
        this.item = item;
        this.json = item.json();
        this.properties = properties;
        this.words = RuleCompiler.signature(properties);
        this.faults = faults;
    }

    void run() {
        checkForm();
        checkRepeat();
        checkHours();
        if (json.has("absent")) {
            checkAbsent();
        } else if (isOfDevice()) {
            checkConditions();
        } else {
            checkScope();
        }
    }

    private boolean isOfDevice() {
        return json.path("scope").asString("device").equals("device");
    }

    /** One way to say what is judged, and a severity with it. */
    private void checkForm() {
        long ways =
                Set.of("when", "levels", "absent").stream().filter(json::has).count();
        if (ways != 1) {
            add("", "规则写 when、levels、absent 之一", "a rule has one of when, levels and absent");
        }
        if (json.has("levels") == json.has("severity")) {
            add(
                    json.has("levels") ? "/severity" : "",
                    "分级规则的级别写在 levels 里，其他规则要写 severity",
                    "a rule with levels says its severities there, any other needs a severity");
        }
        if (json.has("levels")) {
            refuse("for", "写在 levels 的每一级里", "is said in each of the levels");
            Set<Integer> seen = new HashSet<>();
            int place = 0;
            for (JsonNode level : json.get("levels")) {
                if (!seen.add(level.path("severity").intValue(0))) {
                    add("/levels/" + place, "级别重复", "the severity is there twice");
                }
                place++;
            }
        }
        if (json.path("clear").asString("").equals(RuleCompiler.BY_HAND)) {
            refuse("clearAfter", "与 clear: by-hand 矛盾", "contradicts clear: by-hand");
        }
    }

    private void checkRepeat() {
        if (!json.has("repeat")) {
            return;
        }
        refuse("for", "不与 repeat 并用", "cannot go with repeat");
        refuse("levels", "不与 repeat 并用", "cannot go with repeat");
        if (Duration.parse(json.at("/repeat/within").stringValue()).isZero()) {
            add("/repeat/within", "时间窗应大于零", "the time within is longer than nothing");
        }
    }

    private void checkHours() {
        if (json.has("active")
                && HoursReader.read(json.get("active").stringValue(), ZoneOffset.UTC, DaysOff.NONE)
                        .isEmpty()) {
            add(
                    "/active",
                    "生效时间写作 workdays 07:00-22:00，日子是 workdays、weekend、daily 或 mon,tue,...，时段不重叠",
                    "times are written as workdays 07:00-22:00, with workdays, weekend, daily or mon,tue,..., and do not overlap");
        }
        if (json.has("clearAfter")
                && Duration.parse(json.get("clearAfter").stringValue()).isZero()) {
            add("/clearAfter", "应大于零", "the time is longer than nothing");
        }
    }

    private void checkAbsent() {
        for (String field : Set.of("for", "repeat", "clear", "clearAfter", "active", "ratePer")) {
            refuse(field, "不与 absent 并用", "cannot go with absent");
        }
        if (!isOfDevice()) {
            add("/scope", "absent 只判断单台设备", "absent judges single devices only");
        }
        String property = json.at("/absent/property").stringValue();
        if (!properties.containsKey(property)) {
            add("/absent/property", "没有属性 " + property, "there is no property " + property);
        }
        if (Duration.parse(json.at("/absent/for").stringValue()).compareTo(SHORTEST_ABSENCE) < 0) {
            add("/absent/for", "至少 10 秒", "it is at least ten seconds");
        }
    }

    private void checkConditions() {
        checkCondition("/when", json.get("when"));
        int place = 0;
        for (JsonNode level : json.path("levels")) {
            checkCondition("/levels/" + place++ + "/when", level.get("when"));
        }
        if (!json.path("clear").asString("").equals(RuleCompiler.BY_HAND)) {
            checkCondition("/clear", json.get("clear"));
        }
        for (String field : Set.of("areaKind", "group", "maxAge")) {
            refuse(field, "只用于 scope 为 area 或 group 的规则", "is for rules with scope area or group");
        }
    }

    private void checkCondition(String pointer, JsonNode source) {
        if (source == null) {
            return;
        }
        try {
            Set<String> inputs =
                    RuleCompiler.condition(source.stringValue(), words).inputs();
            if (!json.has("ratePer") && inputs.stream().anyMatch(input -> input.startsWith("rate."))) {
                add(pointer, "用到 rate 就要写 ratePer", "a rule that uses a rate says ratePer");
            }
        } catch (FormulaFault e) {
            e.problems().forEach(problem -> faults.add(item.place(pointer), problem.message()));
        }
    }

    private void checkScope() {
        for (String field : Set.of("repeat", "ratePer", "levels")) {
            refuse(field, "不用于区域或分组的规则", "is not for rules over an area or group");
        }
        boolean area = json.get("scope").stringValue().equals("area");
        if (!json.has(area ? "areaKind" : "group")) {
            add("/scope", "还要写 " + (area ? "areaKind" : "group"), (area ? "areaKind" : "group") + " is missing");
        }
        refuse(area ? "group" : "areaKind", "与 scope 不符", "does not fit the scope");
        checkShared("/when", json.get("when"));
        if (!json.path("clear").asString("").equals(RuleCompiler.BY_HAND)) {
            checkShared("/clear", json.get("clear"));
        }
    }

    private void checkShared(String pointer, JsonNode source) {
        if (source == null) {
            return;
        }
        try {
            SharedFormula.compile(source.stringValue(), properties);
        } catch (FormulaFault e) {
            e.problems().forEach(problem -> faults.add(item.place(pointer), problem.message()));
        }
    }

    private void refuse(String field, String zh, String en) {
        if (json.has(field)) {
            add("/" + field, field + " " + zh, field + " " + en);
        }
    }

    private void add(String pointer, String zh, String en) {
        faults.add(item.place(pointer), Text.of(zh, en));
    }
}
