package org.chengshu.sense.product;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.chengshu.core.packs.ItemChange;
import org.chengshu.core.packs.PackContents;
import org.chengshu.core.packs.PackFaults;
import org.chengshu.core.packs.PackItem;
import org.chengshu.core.packs.PackSection;
import org.chengshu.formula.Signature;
import org.chengshu.kernel.Text;
import org.chengshu.sense.PropertyType;
import org.chengshu.sense.decoders.DecoderReader;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

@Component
final class ProductsSection implements PackSection {
    static final String NAME = "products";

    private final ProductStore store;
    private final ProductBook book;
    private final ModelVersions versions;

    ProductsSection(ProductStore store, ProductBook book, ModelVersions versions) {
        this.store = store;
        this.book = book;
        this.versions = versions;
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
        return 100;
    }

    @Override
    public boolean holds(String id) {
        return book.find(id).isPresent();
    }

    @Override
    public void check(PackContents contents, List<PackItem> items, PackFaults faults) {
        for (PackItem item : items) {
            Set<String> seen = new HashSet<>();
            int place = 0;
            for (JsonNode property : item.json().get("properties")) {
                String at = item.place("/properties/" + place++);
                if (!seen.add(property.get("id").stringValue())) {
                    faults.add(at, Text.of("属性重复", "the property is there twice"));
                }
                checkName(property, at, faults);
                checkRange(property, at, faults);
            }
            checkFunctions(item, faults);
            checkDecoder(item, faults);
        }
    }

    private static void checkFunctions(PackItem item, PackFaults faults) {
        Set<String> seen = new HashSet<>();
        int place = 0;
        for (JsonNode function : item.json().path("functions")) {
            String at = item.place("/functions/" + place++);
            if (!seen.add(function.get("id").stringValue())) {
                faults.add(at, Text.of("功能重复", "the function is there twice"));
            }
            Set<String> arguments = new HashSet<>();
            for (JsonNode argument : function.path("arguments")) {
                if (!arguments.add(argument.get("id").stringValue())) {
                    faults.add(at, Text.of("参数重复", "an argument is there twice"));
                }
                checkRange(argument, at, faults);
            }
        }
    }

    @Override
    public List<Text> effects(ItemChange change) {
        if (change.before().isEmpty() || change.after().isEmpty()) {
            return List.of();
        }
        Set<String> had = properties(change.before().get());
        Set<String> has = properties(change.after().get());
        List<Text> effects = new ArrayList<>();
        had.stream()
                .filter(id -> !has.contains(id))
                .map(id ->
                        Text.of(id + " 的已有读数保留，新的值拒收", "the readings of " + id + " are kept, new values are rejected"))
                .forEach(effects::add);
        retyped(change)
                .map(id -> Text.of(
                        id + " 换了类型：另起新序列，旧读数保留",
                        id + " has another type: it goes on in a new series, the old readings are kept"))
                .forEach(effects::add);
        if (change.changes("/decoder")) {
            effects.add(Text.of("此后的报文按新的解码器解读", "messages are read by the new decoder from now on"));
        }
        if (change.changes("/maxSilence")) {
            effects.add(Text.of("静默从现在起按此判断", "silence is judged by it from now on"));
        }
        return effects;
    }

    private static Stream<String> retyped(ItemChange change) {
        Map<String, PropertyType> had = ProductJson.types(change.before().orElseThrow());
        return ProductJson.types(change.after().orElseThrow()).entrySet().stream()
                .filter(now -> had.containsKey(now.getKey()) && had.get(now.getKey()) != now.getValue())
                .map(Map.Entry::getKey);
    }

    private static Set<String> properties(JsonNode product) {
        Set<String> ids = new LinkedHashSet<>();
        product.path("properties")
                .forEach(property -> ids.add(property.path("id").asString("")));
        return ids;
    }

    private static void checkDecoder(PackItem item, PackFaults faults) {
        if (item.json().has("decoder")) {
            DecoderReader.read(item.json().get("decoder"), ProductJson.types(item.json()))
                    .faults()
                    .forEach(fault -> faults.add(item.place("/decoder" + fault.pointer()), fault.message()));
        }
    }

    private static void checkName(JsonNode property, String at, PackFaults faults) {
        String id = property.get("id").stringValue();
        if (!Signature.isName(id) || id.equals("previous") || id.equals("held")) {
            faults.add(at, Text.of(id + " 是公式的保留字", id + " is a word of the formulas' own"));
        }
    }

    private static void checkRange(JsonNode property, String at, PackFaults faults) {
        JsonNode range = property.get("range");
        boolean number = "number".equals(property.get("type").stringValue());
        if (!number && (range != null || property.has("unit"))) {
            faults.add(at, Text.of("只有数值属性有单位或范围", "only a number has a unit or a range"));
        }
        if (range != null && range.get(0).doubleValue() > range.get(1).doubleValue()) {
            faults.add(at, Text.of("范围的下限大于上限", "the range's low end is above its high end"));
        }
    }

    @Override
    public void apply(String packId, List<PackItem> items) {
        items.forEach(item -> {
            store.put(packId, ProductJson.read(item.json()), item.json());
            versions.keep(packId, item.id(), item.json());
        });
        List<String> ids = items.stream().map(PackItem::id).toList();
        store.retireOthers(packId, ids);
        store.makeSeries(ids);
        book.refreshAfterCommit();
    }
}
