package org.chengshu.cases.history;

import java.util.List;
import org.chengshu.cases.kinds.References;
import org.chengshu.cases.kinds.Schemas;
import org.chengshu.core.packs.PackContents;
import org.chengshu.core.packs.PackFaults;
import org.chengshu.core.packs.PackItem;
import org.chengshu.core.packs.PackSection;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Component
final class HistorySection implements PackSection {
    private static final int AFTER_KINDS = 503;

    private final HistoryStore store;
    private final JsonNode schema;

    HistorySection(HistoryStore store, JsonMapper json) {
        this.store = store;
        this.schema = Schemas.read(HistorySection.class, "case-history.schema.json", json);
    }

    @Override
    public String name() {
        return "case-histories";
    }

    @Override
    public JsonNode schema() {
        return schema;
    }

    // The dataset may come later, and the organisations are those of the day of the run.
    @Override
    public void check(PackContents contents, List<PackItem> items, PackFaults faults) {
        References references = new References(contents, faults);
        for (PackItem item : items) {
            references.require(item, "/kind", "case-kinds", "案件类型", "case kind");
            references.require(item, "/area", "areas", "区域", "area");
            item.json()
                    .path("kinds")
                    .propertyNames()
                    .forEach(category ->
                            references.require(item, "/kinds/" + escaped(category), "case-kinds", "案件类型", "case kind"));
        }
    }

    @Override
    public void apply(String packId, List<PackItem> items) {
        items.forEach(item -> store.put(packId, item.id(), item.json().toString()));
        store.retireOthers(packId, items.stream().map(PackItem::id).toList());
    }

    @Override
    public int order() {
        return AFTER_KINDS;
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
