package org.chengshu.sense.mapping;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
final class MappingsSection implements PackSection {
    private static final String NAME = "mappings";
    private static final String PRODUCTS = "products";

    private final Mappings store;

    MappingsSection(Mappings store) {
        this.store = store;
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
        return 120;
    }

    @Override
    public void check(PackContents contents, List<PackItem> items, PackFaults faults) {
        for (PackItem item : items) {
            Optional<String> product =
                    Optional.ofNullable(item.json().get("product")).map(JsonNode::stringValue);
            if (product.isPresent() && !contents.exists(PRODUCTS, product.get())) {
                faults.add(
                        item.place("/product"),
                        Text.of("没有产品 " + product.get(), "there is no product " + product.get()));
                continue;
            }
            checkColumns(contents, item, product, faults);
            checkTime(item, faults);
        }
    }

    /** A mapping that names no product fits any that has its properties. */
    private static void checkColumns(
            PackContents contents, PackItem item, Optional<String> product, PackFaults faults) {
        List<String> products = product.map(List::of).orElseGet(() -> contents.ids(PRODUCTS));
        Set<String> known = new HashSet<>();
        products.forEach(id -> contents.find(PRODUCTS, id).ifPresent(body -> body.path("properties")
                .forEach(one -> known.add(one.path("id").asString("")))));
        item.json().get("columns").forEachEntry((column, value) -> {
            String property = value.get("property").stringValue();
            if (!known.contains(property)) {
                faults.add(item.place("/columns/" + escaped(column) + "/property"), unknown(property, known));
            }
        });
    }

    private static void checkTime(PackItem item, PackFaults faults) {
        try {
            MappingJson.read(item.json());
        } catch (IllegalArgumentException e) {
            faults.add(
                    item.place("/time"), Text.of("时间格式有误：" + e.getMessage(), "the time is faulty: " + e.getMessage()));
        }
    }

    private static Text unknown(String property, Set<String> known) {
        Optional<String> nearest = Nearest.of(property, known);
        return Text.of(
                "没有属性 " + property + nearest.map(near -> "，是否为 " + near + "？").orElse(""),
                "there is no property " + property
                        + nearest.map(near -> ", did you mean " + near + "?").orElse(""));
    }

    private static String escaped(String column) {
        return column.replace("~", "~0").replace("/", "~1");
    }

    @Override
    public void apply(String packId, List<PackItem> items) {
        items.forEach(item -> store.put(packId, item.json()));
        store.retireOthers(packId, items.stream().map(PackItem::id).toList());
    }
}
