package org.chengshu.data.standard.element;

import java.util.List;
import java.util.Optional;
import org.chengshu.core.packs.PackContents;
import org.chengshu.core.packs.PackFaults;
import org.chengshu.core.packs.PackItem;
import org.chengshu.core.packs.PackSection;
import org.chengshu.data.standard.Standards;
import org.chengshu.data.standard.keep.StandardItemStore;
import org.chengshu.data.standard.keep.StandardSchemas;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

@Component
final class ElementsSection implements PackSection {
    private static final String NAME = "elements";

    private final StandardItemStore store;
    private final Elements elements;
    private final Standards standards;

    ElementsSection(StandardItemStore store, Elements elements, Standards standards) {
        this.store = store;
        this.elements = elements;
        this.standards = standards;
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
        return 41;
    }

    @Override
    public boolean holds(String id) {
        return elements.find(id).isPresent();
    }

    @Override
    public void check(PackContents contents, List<PackItem> items, PackFaults faults) {
        ElementCheck check = new ElementCheck(standards, table -> contents.exists("codes", table));
        for (PackItem item : items) {
            check.check(item.id(), item.json(), (place, text) -> faults.add(item.place(place), text));
        }
    }

    @Override
    public List<JsonNode> madeByHand() {
        return elements.list().stream()
                .filter(element -> element.pack().isEmpty())
                .<JsonNode>map(ElementJson::write)
                .toList();
    }

    @Override
    public void apply(String packId, List<PackItem> items) {
        items.forEach(item -> store.put(Elements.KIND, item.id(), item.json(), Optional.of(packId), packId));
        store.retireOthers(
                Elements.KIND, packId, items.stream().map(PackItem::id).toList(), packId);
        elements.shelf().refreshAfterCommit();
    }
}
