package org.chengshu.sense.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengshu.core.packs.ItemChange;
import org.chengshu.core.packs.PackContents;
import org.chengshu.core.packs.PackFaults;
import org.chengshu.core.packs.PackItem;
import org.chengshu.core.packs.PackSection;
import org.chengshu.kernel.Nearest;
import org.chengshu.kernel.Text;
import org.chengshu.sense.PropertyType;
import org.chengshu.sense.product.ProductJson;
import org.chengshu.sense.product.Schemas;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

@Component
final class RulesSection implements PackSection {
    private static final String NAME = "rules";

    private static final List<String> JUDGED =
            List.of("/when", "/levels", "/for", "/repeat", "/ratePer", "/active", "/clear", "/clearAfter", "/absent");

    private final RuleStore store;
    private final RuleBook book;

    RulesSection(RuleStore store, RuleBook book) {
        this.store = store;
        this.book = book;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public JsonNode schema() {
        return Schemas.of(NAME);
    }

    @Override
    public int order() {
        return 110;
    }

    @Override
    public void check(PackContents contents, List<PackItem> items, PackFaults faults) {
        for (PackItem item : items) {
            String id = item.json().get("product").stringValue();
            Optional<Map<String, PropertyType>> properties =
                    contents.find("products", id).map(ProductJson::types);
            if (properties.isEmpty()) {
                faults.add(item.place("/product"), unknown(id, contents.ids("products")));
            } else {
                new RuleCheck(item, properties.get(), faults).run();
            }
            if (item.json().has("group")
                    && !contents.exists("groups", item.json().get("group").stringValue())) {
                faults.add(item.place("/group"), Text.of("没有此分组", "there is no such group"));
            }
        }
    }

    @Override
    public List<Text> effects(ItemChange change) {
        List<Text> effects = new ArrayList<>();
        if (JUDGED.stream().anyMatch(change::changes)) {
            effects.add(Text.of("各设备从下一次来报起按此判断", "each device is judged by it from its next report on"));
        }
        if (change.changes("/enabled")) {
            effects.add(Text.of("有人在界面上启停过的，以人的为准", "where somebody switched the rule on or off, that stands"));
        }
        if (change.changes("/severity")) {
            effects.add(Text.of("未解除的告警保持原级别", "open alarms keep the severity they were raised with"));
        }
        return effects;
    }

    private static Text unknown(String id, List<String> known) {
        Optional<String> nearest = Nearest.of(id, known);
        return Text.of(
                "没有产品 " + id + nearest.map(near -> "，是否为 " + near + "？").orElse(""),
                "there is no product " + id
                        + nearest.map(near -> ", did you mean " + near + "?").orElse(""));
    }

    @Override
    public void apply(String packId, List<PackItem> items) {
        int position = 0;
        for (PackItem item : items) {
            store.put(packId, item.json(), position++);
        }
        store.retireOthers(packId, items.stream().map(PackItem::id).toList());
        book.reloadAfterCommit();
    }
}
