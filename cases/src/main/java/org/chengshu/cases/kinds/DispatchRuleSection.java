package org.chengshu.cases.kinds;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.chengshu.core.packs.PackContents;
import org.chengshu.core.packs.PackFaults;
import org.chengshu.core.packs.PackItem;
import org.chengshu.core.packs.PackSection;
import org.chengshu.kernel.Text;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Component
final class DispatchRuleSection implements PackSection {
    private final DispatchRules rules;
    private final JsonNode schema;

    DispatchRuleSection(DispatchRules rules, JsonMapper json) {
        this.rules = rules;
        this.schema = Schemas.read(Schemas.class, "dispatch-rule.schema.json", json);
    }

    @Override
    public String name() {
        return "dispatch-rules";
    }

    @Override
    public JsonNode schema() {
        return schema;
    }

    @Override
    public void check(PackContents contents, List<PackItem> items, PackFaults faults) {
        References references = new References(contents, faults);
        for (PackItem item : items) {
            references.require(item, "/kind", CaseKindSection.NAME, "案件类型", "case kind");
            references.require(item, "/area", "areas", "区域", "area");
            references.require(item, "/department", "organisations", "部门", "organisation");
            if (item.json().path("onDutyFirst").asBoolean(false) && !rules.knowsDuty()) {
                faults.add(
                        item.place("/onDutyFirst"),
                        Text.of(
                                "本系统尚无值班表，onDutyFirst 不起作用",
                                "nothing here knows who is on duty, so onDutyFirst would change nothing"));
            }
            for (int i = 0; i < item.json().path("departments").size(); i++) {
                references.require(item, "/departments/" + i, "organisations", "部门", "organisation");
            }
        }
    }

    @Override
    public void apply(String packId, List<PackItem> items) {
        for (PackItem item : items) {
            rules.put(packId, read(item), text(item.json(), "area"));
        }
        rules.removeOthers(packId, items.stream().map(PackItem::id).toList());
    }

    private static DispatchRule read(PackItem item) {
        JsonNode json = item.json();
        List<String> candidates = text(json, "department").map(List::of).orElseGet(() -> json.path("departments")
                .valueStream()
                .map(JsonNode::asString)
                .toList());
        return new DispatchRule(
                item.id(),
                json.path("kind").asString(),
                Optional.empty(),
                Optional.of(json.path("severityAtLeast").asInt(0)).filter(least -> least > 0),
                text(json, "hours").map(word -> DispatchRule.Hours.valueOf(word.toUpperCase(Locale.ROOT))),
                text(json, "calendar").orElse("city"),
                candidates,
                json.path("onDutyFirst").asBoolean(false));
    }

    private static Optional<String> text(JsonNode json, String name) {
        return Optional.of(json.path(name).asString("")).filter(words -> !words.isEmpty());
    }

    @Override
    public int order() {
        return CaseKindSection.ORDER + 1;
    }
}
