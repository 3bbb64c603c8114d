package org.chengshu.sense.groups;

import java.util.List;
import java.util.Optional;
import org.chengshu.core.packs.PackContents;
import org.chengshu.core.packs.PackFaults;
import org.chengshu.core.packs.PackItem;
import org.chengshu.core.packs.PackSection;
import org.chengshu.kernel.Nearest;
import org.chengshu.kernel.Text;
import org.chengshu.sense.product.Schemas;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

@Component
final class GroupsSection implements PackSection {
    private static final String NAME = "groups";

    private final GroupStore store;
    private final GroupBook book;

    GroupsSection(GroupStore store, GroupBook book) {
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
        return 135;
    }

    @Override
    public boolean holds(String id) {
        return book.find(id).isPresent();
    }

    @Override
    public void check(PackContents contents, List<PackItem> items, PackFaults faults) {
        for (PackItem item : items) {
            check(contents, item, "/query/product", "products", faults);
            check(contents, item, "/query/area", "areas", faults);
            for (int i = 0; i < item.json().path("devices").size(); i++) {
                check(contents, item, "/devices/" + i, "devices", faults);
            }
        }
    }

    private static void check(PackContents contents, PackItem item, String pointer, String section, PackFaults faults) {
        String id = item.json().at(pointer).asString("");
        if (id.isEmpty() || contents.exists(section, id)) {
            return;
        }
        Optional<String> nearest = Nearest.of(id, contents.ids(section));
        faults.add(
                item.place(pointer),
                Text.of(
                        "没有 " + section + " " + id
                                + nearest.map(near -> "，是否为 " + near + "？").orElse(""),
                        "no " + id + " among " + section
                                + nearest.map(near -> ", did you mean " + near + "?")
                                        .orElse("")));
    }

    @Override
    public List<JsonNode> madeByHand() {
        return book.list().stream()
                .filter(group -> group.pack().isEmpty())
                .map(GroupJson::write)
                .toList();
    }

    @Override
    public void apply(String packId, List<PackItem> items) {
        items.forEach(item -> store.put(GroupJson.read(item.id(), item.json(), Optional.of(packId))));
        store.retireOthers(packId, items.stream().map(PackItem::id).toList());
        book.refreshAfterCommit();
    }
}
