package org.chengshu.cases.category;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengshu.cases.kinds.References;
import org.chengshu.cases.kinds.Schemas;
import org.chengshu.core.packs.PackContents;
import org.chengshu.core.packs.PackFaults;
import org.chengshu.core.packs.PackItem;
import org.chengshu.core.packs.PackSection;
import org.chengshu.kernel.Text;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Component
final class CategoryTreeSection implements PackSection {
    private static final int AFTER_KINDS = 502;

    private final CategoryTrees trees;
    private final JsonNode schema;

    CategoryTreeSection(CategoryTrees trees, JsonMapper json) {
        this.trees = trees;
        this.schema = Schemas.read(CategoryTreeSection.class, "category-tree.schema.json", json);
    }

    @Override
    public String name() {
        return "category-trees";
    }

    @Override
    public JsonNode schema() {
        return schema;
    }

    @Override
    public void check(PackContents contents, List<PackItem> items, PackFaults faults) {
        References references = new References(contents, faults);
        Map<String, String> treeOf = new HashMap<>();
        for (PackItem item : items) {
            List<Category> read = CategoryReading.of(
                    item.id(), item.json(), (pointer, words) -> faults.add(item.place(pointer), words));
            requireAll(references, item);
            for (Category category : read) {
                Optional<String> other = Optional.ofNullable(treeOf.putIfAbsent(category.code(), item.id()))
                        .or(() -> trees.otherTreeOf(category.code(), item.id()));
                other.ifPresent(tree -> faults.add(
                        item.place(""),
                        Text.of(
                                "编码 " + category.code() + " 已属分类树 " + tree,
                                "the code " + category.code() + " belongs to the tree " + tree)));
            }
        }
    }

    private static void requireAll(References references, PackItem item) {
        for (int i = 0; i < item.json().path("categories").size(); i++) {
            requireBoth(references, item, "/categories/" + i);
        }
        requireBoth(references, item, "/table");
    }

    private static void requireBoth(References references, PackItem item, String at) {
        references.require(item, at + "/kind", "case-kinds", "案件类型", "case kind");
        references.require(item, at + "/department", "organisations", "部门", "organisation");
    }

    @Override
    public void apply(String packId, List<PackItem> items) {
        for (PackItem item : items) {
            JsonNode title = item.json().path("title");
            trees.put(
                    packId,
                    item.id(),
                    Text.of(title.path("zh").asString(), title.path("en").asString()),
                    CategoryReading.of(item.id(), item.json(), (pointer, words) -> {}));
        }
        trees.retireOthers(packId, items.stream().map(PackItem::id).toList());
    }

    @Override
    public int order() {
        return AFTER_KINDS;
    }
}
