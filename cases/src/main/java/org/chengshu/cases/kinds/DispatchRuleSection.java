package org.chengshu.cases.kinds;

import java.util.List;
import java.util.Optional;
import org.chengshu.core.packs.PackContents;
import org.chengshu.core.packs.PackFaults;
import org.chengshu.core.packs.PackItem;
import org.chengshu.core.packs.PackSection;
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
        }
    }

    @Override
    public void apply(String packId, List<PackItem> items) {
        for (PackItem item : items) {
            JsonNode json = item.json();
            rules.put(
                    packId,
                    item.id(),
                    json.path("kind").asString(),
                    Optional.of(json.path("area").asString("")).filter(code -> !code.isEmpty()),
                    json.path("department").asString());
        }
        rules.removeOthers(packId, items.stream().map(PackItem::id).toList());
    }

    @Override
    public int order() {
        return CaseKindSection.ORDER + 1;
    }
}
