package org.chengshu.sense.derived;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.chengshu.core.packs.PackContents;
import org.chengshu.core.packs.PackFaults;
import org.chengshu.core.packs.PackItem;
import org.chengshu.formula.FormulaFault;
import org.chengshu.kernel.Text;
import org.chengshu.sense.PropertyType;
import org.chengshu.sense.derived.reckon.Derivation;
import org.chengshu.sense.derived.reckon.DerivedCompiler;
import org.chengshu.sense.derived.reckon.DerivedGraph;
import org.chengshu.sense.derived.reckon.OtherInput;
import org.chengshu.sense.derived.reckon.SeriesName;
import org.chengshu.sense.product.ProductJson;
import tools.jackson.databind.JsonNode;

/** Checks what a declaration takes from other devices, and that no series is made of itself. */
final class DerivedOthers {
    private DerivedOthers() {}

    static void check(PackContents contents, PackItem item, Map<String, PropertyType> types, PackFaults faults) {
        Set<String> names = new HashSet<>(types.keySet());
        DerivedCompiler.windows(item.json()).forEach(window -> names.add(window.name()));
        int place = 0;
        for (JsonNode one : item.json().path("others")) {
            String at = "/others/" + place++;
            if (!names.add(one.get("name").stringValue())) {
                faults.add(item.place(at + "/name"), Text.of("此名已有所指", "this name means something else already"));
            }
            Duration age = Duration.parse(one.get("maxAge").stringValue());
            if (age.isZero() || age.compareTo(OtherInput.LONGEST) > 0) {
                faults.add(item.place(at + "/maxAge"), Text.of("大于零，至多 P1D", "longer than nothing, at most P1D"));
            }
            checkSource(contents, item, one, at, faults);
        }
    }

    private static void checkSource(PackContents contents, PackItem item, JsonNode one, String at, PackFaults faults) {
        String product = one.path("product").asString(item.json().get("product").stringValue());
        String of = one.get("of").stringValue();
        Optional<Map<String, PropertyType>> types =
                contents.find("products", product).map(ProductJson::types);
        if (types.isEmpty()) {
            faults.add(item.place(at + "/product"), Text.of("没有产品 " + product, "there is no product " + product));
        } else if (types.get().get(of) != PropertyType.NUMBER) {
            faults.add(
                    item.place(at + "/of"),
                    Text.of("产品 " + product + " 没有数值属性 " + of, product + " has no number property " + of));
        }
        checkExists(contents, item, one, "device", "devices", at, faults);
        checkExists(contents, item, one, "group", "groups", at, faults);
    }

    private static void checkExists(
            PackContents contents,
            PackItem item,
            JsonNode one,
            String key,
            String section,
            String at,
            PackFaults faults) {
        if (one.has(key) && !contents.exists(section, one.get(key).stringValue())) {
            String id = one.get(key).stringValue();
            faults.add(item.place(at + "/" + key), Text.of("没有 " + id, "there is no " + key + " " + id));
        }
    }

    /** With those of the packs that are installed. */
    static void checkCircles(PackContents contents, List<PackItem> items, PackFaults faults) {
        DerivedGraph graph = new DerivedGraph();
        contents.ids(DerivedSection.NAME).forEach(id -> contents.find(DerivedSection.NAME, id)
                .flatMap(json -> compile(contents, json))
                .ifPresent(one -> graph.add(one.target(), one.takes())));
        for (PackItem item : items) {
            SeriesName target = new SeriesName(
                    item.json().get("product").stringValue(),
                    item.json().get("property").stringValue());
            graph.circle(target).ifPresent(way -> {
                String path = way.stream().map(SeriesName::toString).collect(Collectors.joining(" <- "));
                faults.add(
                        item.place("/formula"),
                        Text.of("派生序列不能由自身算出：" + path, "a derived series cannot be made of itself: " + path));
            });
        }
    }

    /** One that does not compile has its fault elsewhere. */
    private static Optional<Derivation> compile(PackContents contents, JsonNode json) {
        return contents.find("products", json.get("product").stringValue()).flatMap(product -> {
            try {
                return Optional.of(DerivedCompiler.compile(json, ProductJson.types(product)));
            } catch (FormulaFault e) {
                return Optional.empty();
            }
        });
    }
}
