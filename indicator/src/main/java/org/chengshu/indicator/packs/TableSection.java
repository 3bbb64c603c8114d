package org.chengshu.indicator.packs;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.chengshu.core.packs.ItemChange;
import org.chengshu.core.packs.PackContents;
import org.chengshu.core.packs.PackFaults;
import org.chengshu.core.packs.PackItem;
import org.chengshu.core.packs.PackSection;
import org.chengshu.indicator.model.TableJson;
import org.chengshu.indicator.store.DefinitionStore;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Text;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tables of standards, for formulas and attributes. */
@Component
class TableSection implements PackSection {
    static final String NAME = "tables";
    private static final int ORDER = 80;

    private final DefinitionStore store;
    private final JsonNode schema;

    TableSection(DefinitionStore store, JsonMapper mapper) {
        this.store = store;
        this.schema = Schemas.read(mapper, "table");
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public JsonNode schema() {
        return schema;
    }

    @Override
    public void check(PackContents contents, List<PackItem> items, PackFaults faults) {
        for (PackItem item : items) {
            try {
                TableJson.read(item.json());
            } catch (Fault e) {
                faults.add(item.place(item.json().has("curve") ? "/curve" : "/steps"), Words.text(e));
            }
        }
    }

    @Override
    public void apply(String packId, List<PackItem> items) {
        Map<String, JsonNode> tables = new TreeMap<>();
        items.forEach(item -> tables.put(item.id(), item.json()));
        store.replaceTables(packId, tables);
    }

    @Override
    public List<Text> effects(ItemChange change) {
        return change.before().isPresent() && change.after().isPresent()
                ? List.of(Text.of("用到它的指标重新计算", "the indicators that use it are computed anew"))
                : List.of();
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public boolean holds(String id) {
        return store.hasTable(id);
    }
}
