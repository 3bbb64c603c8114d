package org.chengshu.data.standard.codes;

import java.util.List;
import java.util.Optional;
import org.chengshu.core.packs.PackContents;
import org.chengshu.core.packs.PackFaults;
import org.chengshu.core.packs.PackItem;
import org.chengshu.core.packs.PackSection;
import org.chengshu.data.standard.keep.StandardItemStore;
import org.chengshu.data.standard.keep.StandardSchemas;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

@Component
final class CodesSection implements PackSection {
    private static final String NAME = "codes";

    private final StandardItemStore store;
    private final CodeTables tables;

    CodesSection(StandardItemStore store, CodeTables tables) {
        this.store = store;
        this.tables = tables;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public JsonNode schema() {
        return StandardSchemas.of(NAME);
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public boolean holds(String id) {
        return tables.find(id).isPresent();
    }

    @Override
    public void check(PackContents contents, List<PackItem> items, PackFaults faults) {
        for (PackItem item : items) {
            CodeTableCheck.check(item.id(), item.json(), (place, text) -> faults.add(item.place(place), text));
        }
    }

    @Override
    public List<JsonNode> madeByHand() {
        return tables.list().stream()
                .filter(table -> table.pack().isEmpty())
                .<JsonNode>map(table -> CodeTableJson.write(table.id(), table.title(), table.source(), table.codes()))
                .toList();
    }

    @Override
    public void apply(String packId, List<PackItem> items) {
        items.forEach(item -> store.put(CodeTables.KIND, item.id(), item.json(), Optional.of(packId), packId));
        store.retireOthers(
                CodeTables.KIND, packId, items.stream().map(PackItem::id).toList(), packId);
        tables.shelf().refreshAfterCommit();
    }
}
