package org.chengshu.sense.device;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chengshu.core.packs.ItemChange;
import org.chengshu.core.packs.PackContents;
import org.chengshu.core.packs.PackFaults;
import org.chengshu.core.packs.PackItem;
import org.chengshu.core.packs.PackSection;
import org.chengshu.core.tree.Areas;
import org.chengshu.kernel.Nearest;
import org.chengshu.kernel.Text;
import org.chengshu.sense.Device;
import org.chengshu.sense.Lifecycle;
import org.chengshu.sense.product.Schemas;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

@Component
final class DevicesSection implements PackSection {
    private static final String NAME = "devices";

    private final DeviceStore store;
    private final DeviceRegistry registry;
    private final Areas areas;

    DevicesSection(DeviceStore store, DeviceRegistry registry, Areas areas) {
        this.store = store;
        this.registry = registry;
        this.areas = areas;
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
        return 130;
    }

    @Override
    public boolean holds(String id) {
        return registry.find(id).isPresent();
    }

    @Override
    public void check(PackContents contents, List<PackItem> items, PackFaults faults) {
        for (PackItem item : items) {
            checkReference(contents, item, "product", "products", faults);
            checkReference(contents, item, "area", "areas", faults);
            checkReference(contents, item, "owner", "organisations", faults);
            checkReference(contents, item, "parent", NAME, faults);
        }
    }

    @Override
    public List<Text> effects(ItemChange change) {
        return change.after().isEmpty()
                ? List.of(Text.of("已有读数保留，不再接收新的", "its readings are kept, new ones are refused"))
                : List.of();
    }

    @Override
    public List<JsonNode> madeByHand() {
        return store.madeByHand().stream().map(DeviceJson::write).toList();
    }

    private static void checkReference(
            PackContents contents, PackItem item, String field, String section, PackFaults faults) {
        JsonNode value = item.json().get(field);
        if (value == null || contents.exists(section, value.stringValue())) {
            return;
        }
        Optional<String> nearest = Nearest.of(value.stringValue(), contents.ids(section));
        faults.add(
                item.place("/" + field),
                Text.of(
                        "没有 " + section + " " + value.stringValue()
                                + nearest.map(near -> "，是否为 " + near + "？").orElse(""),
                        "no " + value.stringValue() + " among " + section
                                + nearest.map(near -> ", did you mean " + near + "?")
                                        .orElse("")));
    }

    /** What people have made of it since stays, except that it is there again. */
    private Optional<Lifecycle> before(String code) {
        return registry.findAny(code).map(KnownDevice::lifecycle).filter(life -> life != Lifecycle.RETIRED);
    }

    @Override
    public void apply(String packId, List<PackItem> items) {
        List<Device> devices = items.stream()
                .map(item -> DevicePlacing.placed(DeviceJson.read(item.json()), areas, before(item.id())))
                .toList();
        if (!devices.isEmpty()) {
            store.put(devices, Optional.of(packId));
        }
        List<String> changed = new ArrayList<>(items.stream().map(PackItem::id).toList());
        changed.addAll(store.retireOthers(packId, List.copyOf(changed)));
        registry.reloadChangedAfterCommit(changed);
    }
}
