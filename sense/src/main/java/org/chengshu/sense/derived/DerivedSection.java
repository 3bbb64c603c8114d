package org.chengshu.sense.derived;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chengshu.core.packs.ItemChange;
import org.chengshu.core.packs.PackContents;
import org.chengshu.core.packs.PackFaults;
import org.chengshu.core.packs.PackItem;
import org.chengshu.core.packs.PackSection;
import org.chengshu.formula.FormulaFault;
import org.chengshu.kernel.Text;
import org.chengshu.sense.PropertyType;
import org.chengshu.sense.derived.reckon.DerivedCompiler;
import org.chengshu.sense.derived.reckon.Window;
import org.chengshu.sense.product.ProductJson;
import org.chengshu.sense.product.Schemas;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

@Component
final class DerivedSection implements PackSection {
    static final String NAME = "derived";

    private final DerivedStore store;
    private final DerivedPlans plans;
    private final Derivations derivations;
    private final BackFillOrders orders;

    DerivedSection(DerivedStore store, DerivedPlans plans, Derivations derivations, BackFillOrders orders) {
        this.store = store;
        this.plans = plans;
        this.derivations = derivations;
        this.orders = orders;
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
        return 137;
    }

    @Override
    public void check(PackContents contents, List<PackItem> items, PackFaults faults) {
        Set<String> targets = new HashSet<>();
        for (PackItem item : items) {
            String product = item.json().get("product").stringValue();
            Optional<Map<String, PropertyType>> types =
                    contents.find("products", product).map(ProductJson::types);
            if (types.isEmpty()) {
                faults.add(item.place("/product"), Text.of("没有产品 " + product, "there is no product " + product));
                continue;
            }
            String property = item.json().get("property").stringValue();
            if (types.get().get(property) != PropertyType.NUMBER) {
                faults.add(
                        item.place("/property"),
                        Text.of("产品没有数值属性 " + property, "the product has no number property " + property));
            }
            if (!targets.add(product + "/" + property)) {
                faults.add(item.place("/property"), Text.of("该属性已由另一条算出", "another one works this property out"));
            }
            checkWindows(item, types.get(), property, faults);
            DerivedOthers.check(contents, item, types.get(), faults);
            checkFormula(item, types.get(), faults);
        }
        DerivedOthers.checkCircles(contents, items, faults);
    }

    private static void checkWindows(PackItem item, Map<String, PropertyType> types, String target, PackFaults faults) {
        int place = 0;
        for (JsonNode window : item.json().path("windows")) {
            String at = "/windows/" + place++;
            String of = window.get("of").stringValue();
            if (types.get(of) != PropertyType.NUMBER || of.equals(target)) {
                faults.add(item.place(at + "/of"), Text.of("须为另一个数值属性", "it is another number property"));
            }
            if (types.containsKey(window.get("name").stringValue())) {
                faults.add(item.place(at + "/name"), Text.of("与属性同名", "a property has this name"));
            }
            Duration over = Duration.parse(window.get("over").stringValue());
            if (over.isZero() || over.compareTo(Window.LONGEST) > 0) {
                faults.add(item.place(at + "/over"), Text.of("大于零，至多 P7D", "longer than nothing, at most P7D"));
            }
        }
    }

    private static void checkFormula(PackItem item, Map<String, PropertyType> types, PackFaults faults) {
        try {
            if (DerivedCompiler.compile(item.json(), types).sources().isEmpty()) {
                faults.add(
                        item.place("/formula"),
                        Text.of(
                                "公式须用到本设备自己的属性或窗口：派生值在其来报时算出，否则永远没有值",
                                "the formula takes a property or a window of the device itself: a value is worked out when one of these is reported, so there would never be one"));
            }
        } catch (FormulaFault e) {
            e.problems().forEach(problem -> faults.add(item.place("/formula"), problem.message()));
        }
    }

    @Override
    public List<Text> effects(ItemChange change) {
        return change.changes("/formula") || change.changes("/windows") || change.changes("/others")
                ? List.of(
                        Text.of(
                                "从下一次来报起按此计算；历史由作业逐日重算，算完前旧值保留",
                                "computed so from the next report on; a job works the history out anew day by day, former values stay until then"))
                : List.of();
    }

    @Override
    public void apply(String packId, List<PackItem> items) {
        for (PackItem item : items) {
            boolean anew = store.find(item.id())
                    .filter(known -> ItemChange.same(known, item.json()))
                    .isEmpty();
            store.put(packId, item.json(), anew);
            if (anew) {
                orders.order(item.json());
            }
        }
        store.retireOthers(packId, items.stream().map(PackItem::id).toList());
        plans.reloadAfterCommit(derivations::forgetAll);
    }
}
