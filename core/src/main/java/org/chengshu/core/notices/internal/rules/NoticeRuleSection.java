package org.chengshu.core.notices.internal.rules;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.chengshu.core.packs.PackContents;
import org.chengshu.core.packs.PackFaults;
import org.chengshu.core.packs.PackItem;
import org.chengshu.core.packs.PackSection;
import org.chengshu.kernel.Nearest;
import org.chengshu.kernel.Text;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The part of a pack that says who is told. */
@Component
final class NoticeRuleSection implements PackSection {
    private static final int AFTER_ROLES = 35;
    private static final Map<String, String> SECTIONS = Map.of("role", "roles", "organisation", "organisations");
    private static final Map<String, Text> WORDS =
            Map.of("role", Text.of("角色", "role"), "organisation", Text.of("组织机构", "organisation"));
    private static final String SCHEMA = """
            {
              "x-name": {"zh": "通知规则", "en": "notice rules"},
              "x-help": {"zh": "什么事、由谁、经何渠道得知，无人确认时逐级上报。", "en": "Who is told of what by which channel, and who is next when nobody takes it on."},
              "type": "object", "additionalProperties": false,
              "required": ["id", "title", "matter", "steps"],
              "properties": {
                "id": {"x-name": {"zh": "编号", "en": "id"}, "type": "string", "pattern": "^[a-z][a-z0-9-]{1,62}$"},
                "title": {"x-name": {"zh": "名称", "en": "title"}, "type": "object", "required": ["zh", "en"], "additionalProperties": false,
                  "properties": {"zh": {"type": "string", "minLength": 1}, "en": {"type": "string", "minLength": 1}}},
                "matter": {"x-name": {"zh": "事由", "en": "matter"}, "type": "string", "pattern": "^[a-z][a-z0-9-]{1,62}$"},
                "severity": {"x-name": {"zh": "最低级别", "en": "severity at least"}, "x-as": "severity", "type": "integer", "minimum": 1, "maximum": 4},
                "area": {"x-name": {"zh": "区域", "en": "area"}, "type": "string", "minLength": 1},
                "where": {"x-name": {"zh": "条件", "en": "where"}, "type": "object", "additionalProperties":
                  {"type": "array", "items": {"type": "string"}, "minItems": 1}},
                "channels": {"x-name": {"zh": "渠道", "en": "channels"}, "type": "array", "uniqueItems": true, "minItems": 1,
                  "items": {"enum": ["inbox", "email"]}},
                "mandatory": {"x-name": {"zh": "必经渠道", "en": "mandatory channels"}, "type": "array", "uniqueItems": true, "items": {"enum": ["email"]}},
                "quiet": {"x-name": {"zh": "静默时段", "en": "quiet hours"}, "type": "object", "additionalProperties": false, "required": ["from", "to"],
                  "properties": {
                    "from": {"type": "string", "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$"},
                    "to": {"type": "string", "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$"},
                    "through": {"type": "integer", "minimum": 1, "maximum": 4}}},
                "steps": {"x-name": {"zh": "步骤", "en": "steps"}, "type": "array", "minItems": 1, "maxItems": 10, "items": {
                  "type": "object", "additionalProperties": false, "required": ["to"],
                  "properties": {
                    "after": {"type": "string", "pattern": "^P"},
                    "to": {"type": "array", "minItems": 1, "maxItems": 20, "items": {
                      "type": "object", "additionalProperties": false, "minProperties": 1, "maxProperties": 1,
                      "properties": {
                        "role": {"type": "string", "minLength": 1}, "account": {"type": "string", "minLength": 1},
                        "organisation": {"type": "string", "minLength": 1},
                        "webhook": {"type": "string", "pattern": "^[a-z][a-z0-9-]{0,62}$"},
                        "address": {"type": "string", "pattern": "^[^@\\\\s]+@[^@\\\\s]+$"}}}}}}}
              }
            }
            """;

    private final NoticeRuleStore store;
    private final JsonNode schema;

    NoticeRuleSection(NoticeRuleStore store, JsonMapper json) {
        this.store = store;
        this.schema = json.readTree(SCHEMA);
    }

    @Override
    public String name() {
        return "notice-rules";
    }

    @Override
    public JsonNode schema() {
        return schema;
    }

    @Override
    public int order() {
        return AFTER_ROLES;
    }

    @Override
    public void check(PackContents contents, List<PackItem> items, PackFaults faults) {
        for (PackItem item : items) {
            JsonNode json = item.json();
            if (json.path("area").isString()) {
                requireKnown(
                        contents,
                        faults,
                        item,
                        "/area",
                        "areas",
                        json.path("area").asString(),
                        Text.of("区域", "area"));
            }
            JsonNode quiet = json.path("quiet");
            if (quiet.isObject() && quiet.path("from").equals(quiet.path("to"))) {
                faults.add(item.place("/quiet/to"), Text.of("免打扰时段的起止相同", "quiet hours end when they begin"));
            }
            checkSteps(contents, faults, item);
        }
    }

    private static void checkSteps(PackContents contents, PackFaults faults, PackItem item) {
        Duration before = Duration.ofNanos(-1);
        JsonNode steps = item.json().path("steps");
        for (int n = 0; n < steps.size(); n++) {
            String place = "/steps/" + n;
            before = checkAfter(faults, item, steps.path(n), place, n == 0, before);
            JsonNode to = steps.path(n).path("to");
            for (int who = 0; who < to.size(); who++) {
                checkRecipient(contents, faults, item, to.path(who), place + "/to/" + who);
            }
        }
    }

    private static Duration checkAfter(
            PackFaults faults, PackItem item, JsonNode step, String place, boolean first, Duration before) {
        try {
            Duration after = NoticeRuleJson.after(step);
            if (first && !after.isZero()) {
                faults.add(
                        item.place(place),
                        Text.of("第一步立即通知，不写 after", "the first step is told at once, without after"));
            } else if (after.compareTo(before) <= 0) {
                faults.add(
                        item.place(place),
                        Text.of(
                                "每一步的 after 都要比前一步长",
                                "each step comes later than the one before; after counts from the start"));
            }
            return after;
        } catch (DateTimeException e) {
            faults.add(
                    item.place(place + "/after"), Text.of("after 应为时长，如 PT10M", "after is a duration such as PT10M"));
            return before;
        }
    }

    private static void checkRecipient(
            PackContents contents, PackFaults faults, PackItem item, JsonNode to, String place) {
        SECTIONS.forEach((kind, section) -> {
            if (to.path(kind).isString()) {
                requireKnown(
                        contents,
                        faults,
                        item,
                        place + "/" + kind,
                        section,
                        to.path(kind).asString(),
                        WORDS.get(kind));
            }
        });
    }

    private static void requireKnown(
            PackContents contents,
            PackFaults faults,
            PackItem item,
            String place,
            String section,
            String id,
            Text word) {
        if (contents.exists(section, id)) {
            return;
        }
        faults.add(
                item.place(place),
                Nearest.of(id, contents.ids(section))
                        .map(near -> Text.of(
                                "没有" + word.zh() + " " + id + "，是否为 " + near + "？",
                                "there is no " + word.en() + " " + id + "; did you mean " + near + "?"))
                        .orElseGet(() -> Text.of("没有" + word.zh() + " " + id, "there is no " + word.en() + " " + id)));
    }

    @Override
    public void apply(String packId, List<PackItem> items) {
        items.forEach(item -> store.put(packId, item.id(), item.json()));
        store.retireOthers(packId, items.stream().map(PackItem::id).toList());
    }
}
