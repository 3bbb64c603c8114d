package org.chengshu.sense.device;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.http.PlacedFault;
import org.chengshu.core.tree.Area;
import org.chengshu.core.tree.Areas;
import org.chengshu.core.tree.Organisations;
import org.chengshu.kernel.Nearest;
import org.chengshu.kernel.Text;
import org.chengshu.sense.Device;
import org.chengshu.sense.Lifecycle;
import org.chengshu.sense.NewDevice;
import org.chengshu.sense.Product;
import org.chengshu.sense.Products;
import org.springframework.stereotype.Component;

/** Finds what a description of a device refers to, and where the device therefore lies. */
@Component
public final class DevicePlacing {
    private final DeviceRegistry registry;
    private final Products products;
    private final Areas areas;
    private final Organisations organisations;

    DevicePlacing(DeviceRegistry registry, Products products, Areas areas, Organisations organisations) {
        this.registry = registry;
        this.products = products;
        this.areas = areas;
        this.organisations = organisations;
    }

    /** With faults the device that comes back is only good for looking for more of them. */
    public Device place(NewDevice device, String at, Viewer viewer, List<PlacedFault> faults) {
        return place(device, at, viewer, code -> false, faults);
    }

    /** @param comes which devices are about to be registered with it, any of which may be its parent */
    public Device place(NewDevice device, String at, Viewer viewer, Predicate<String> comes, List<PlacedFault> faults) {
        if (products.find(device.product()).isEmpty()) {
            faults.add(absent(
                    at + "/product",
                    "产品",
                    "product",
                    device.product(),
                    products.list().stream().map(Product::id).toList()));
        }
        device.owner()
                .filter(owner -> organisations.find(owner).isEmpty())
                .ifPresent(owner -> faults.add(absent(at + "/owner", "机构", "organisation", owner, List.of())));
        device.area()
                .filter(area -> areas.find(area).isEmpty())
                .ifPresent(area -> faults.add(absent(at + "/area", "区域", "area", area, List.of())));
        device.parent()
                .filter(parent -> registry.find(parent).isEmpty() && !comes.test(parent))
                .ifPresent(parent -> faults.add(absent(at + "/parent", "设备", "device", parent, List.of())));
        Device placed = placed(device, areas, registry.findAny(device.code()).map(KnownDevice::lifecycle));
        if (!viewer.may(DeviceRights.MANAGE, placed.areaPath())) {
            faults.add(new PlacedFault(at + "/area", Text.of("不在您的辖区内", "it is outside your part of the city")));
        }
        return placed;
    }

    private static PlacedFault absent(String at, String zh, String en, String word, List<String> known) {
        String near = Nearest.of(word, known).orElse("");
        return new PlacedFault(
                at,
                near.isEmpty()
                        ? Text.of("没有" + zh + " " + word, "there is no " + en + " " + word)
                        : Text.of(
                                "没有" + zh + " " + word + "，是否为 " + near + "？",
                                "there is no " + en + " " + word + ", did you mean " + near + "?"));
    }

    static Device placed(NewDevice device, Areas areas, Optional<Lifecycle> before) {
        Optional<Area> area =
                device.area().flatMap(areas::find).or(() -> device.position().flatMap(areas::at));
        return new Device(
                device.code(),
                device.product(),
                device.title(),
                area.map(Area::code),
                area.map(Area::path).orElse(Viewer.WHOLE_CITY),
                device.position(),
                device.owner(),
                device.tags(),
                device.lifecycle().or(() -> before).orElse(Lifecycle.ACTIVE),
                device.parent());
    }
}
