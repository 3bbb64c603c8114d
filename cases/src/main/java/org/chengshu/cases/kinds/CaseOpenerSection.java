package org.chengshu.cases.kinds;

import java.util.List;
import org.chengshu.core.packs.PackContents;
import org.chengshu.core.packs.PackFaults;
import org.chengshu.core.packs.PackItem;
import org.chengshu.core.packs.PackSection;
import org.chengshu.kernel.Severity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Component
final class CaseOpenerSection implements PackSection {
    // Every product with a limit of silence has the rule "<product>-silence" without writing it.
    private static final String SILENCE_RULE = "-silence";

    private final CaseOpeners openers;
    private final JsonNode schema;

    CaseOpenerSection(CaseOpeners openers, JsonMapper json) {
        this.openers = openers;
        this.schema = Schemas.read(Schemas.class, "case-opener.schema.json", json);
    }

    @Override
    public String name() {
        return "case-openers";
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
            if (item.json().has("rule") && !isSilenceOfAProduct(item, contents)) {
                references.require(item, "/rule", "rules", "告警规则", "alarm rule");
            }
        }
    }

    private static boolean isSilenceOfAProduct(PackItem item, PackContents contents) {
        String rule = item.json().path("rule").asString("");
        return rule.endsWith(SILENCE_RULE)
                && contents.exists("products", rule.substring(0, rule.length() - SILENCE_RULE.length()));
    }

    @Override
    public void apply(String packId, List<PackItem> items) {
        for (PackItem item : items) {
            JsonNode json = item.json();
            openers.put(
                    packId,
                    item.id(),
                    json.path("kind").asString(),
                    json.has("rule")
                            ? json.path("rule").asString()
                            : CaseOpeners.FINDING + json.path("finding").asString(),
                    json.path("severityAtLeast").asInt(Severity.BLUE.level()));
        }
        openers.removeOthers(packId, items.stream().map(PackItem::id).toList());
    }

    @Override
    public int order() {
        return CaseKindSection.ORDER + 2;
    }
}
