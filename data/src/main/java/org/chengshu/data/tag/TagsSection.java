package org.chengshu.data.tag;

import java.util.List;
import java.util.Optional;
import org.chengshu.core.packs.ItemChange;
import org.chengshu.core.packs.PackContents;
import org.chengshu.core.packs.PackFaults;
import org.chengshu.core.packs.PackItem;
import org.chengshu.core.packs.PackSection;
import org.chengshu.data.Datasets;
import org.chengshu.data.standard.keep.StandardItemStore;
import org.chengshu.data.standard.keep.StandardSchemas;
import org.chengshu.kernel.Text;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

@Component
final class TagsSection implements PackSection {
    private static final String NAME = "tags";

    private final StandardItemStore store;
    private final Tags tags;
    private final TagCheck check;
    private final TagStore marks;
    private final Datasets datasets;

    TagsSection(StandardItemStore store, Tags tags, TagCheck check, TagStore marks, Datasets datasets) {
        this.store = store;
        this.tags = tags;
        this.check = check;
        this.marks = marks;
        this.datasets = datasets;
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
        return 190;
    }

    @Override
    public boolean holds(String id) {
        return tags.find(id).isPresent();
    }

    @Override
    public void check(PackContents contents, List<PackItem> items, PackFaults faults) {
        for (PackItem item : items) {
            // A dataset that comes with the pack itself is not there yet; its tags are checked when they are worked
            // out.
            if (datasets.find(item.json().path("dataset").asString("")).isPresent()
                    || !comesAlong(contents, item.json().path("dataset").asString(""))) {
                check.check(item.id(), item.json(), (place, text) -> faults.add(item.place(place), text));
            }
        }
    }

    private static boolean comesAlong(PackContents contents, String dataset) {
        String name = dataset.substring(dataset.indexOf('.') + 1);
        return List.of("datasets", "themes", "libraries").stream()
                .anyMatch(section -> contents.exists(section, dataset) || contents.exists(section, name));
    }

    @Override
    public void apply(String packId, List<PackItem> items) {
        List<String> ids = items.stream().map(PackItem::id).toList();
        items.forEach(item -> store.put(Tags.KIND, item.id(), item.json(), Optional.of(packId), packId));
        tags.list().stream()
                .filter(tag -> tag.pack().filter(packId::equals).isPresent() && !ids.contains(tag.id()))
                .forEach(tag -> marks.forget(tag.id()));
        store.retireOthers(Tags.KIND, packId, ids, packId);
        tags.shelf().refreshAfterCommit();
    }

    @Override
    public List<Text> effects(ItemChange change) {
        return change.replaces("/dataset") || change.replaces("/key")
                ? List.of(Text.of("原有标记在下次计算时清除", "marks made so far go with the next working out"))
                : List.of();
    }
}
