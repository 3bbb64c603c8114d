package org.chengshu.sense.device;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chengshu.core.access.Scope;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.http.FaultyInput;
import org.chengshu.core.http.IfMatch;
import org.chengshu.core.http.PlacedFault;
import org.chengshu.core.tree.Area;
import org.chengshu.core.tree.Areas;
import org.chengshu.core.tree.Organisations;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Text;
import org.chengshu.sense.Device;
import org.chengshu.sense.Devices;
import org.chengshu.sense.Lifecycle;
import org.chengshu.sense.NewDevice;
import org.chengshu.sense.Products;
import org.chengshu.sense.SenseError;
import org.springframework.stereotype.Component;

@Component
final class DeviceDesk implements Devices {
    private final DeviceStore store;
    private final DeviceRegistry registry;
    private final DeviceTokens tokens;
    private final Products products;
    private final Areas areas;
    private final Organisations organisations;
    private final Transactions transactions;

    DeviceDesk(
            DeviceStore store,
            DeviceRegistry registry,
            DeviceTokens tokens,
            Products products,
            Areas areas,
            Organisations organisations,
            Transactions transactions) {
        this.store = store;
        this.registry = registry;
        this.tokens = tokens;
        this.products = products;
        this.areas = areas;
        this.organisations = organisations;
        this.transactions = transactions;
    }

    @Override
    public Device get(String code, Viewer viewer) {
        return find(code, viewer).orElseThrow(() -> missing(code));
    }

    @Override
    public Optional<Device> find(String code, Viewer viewer) {
        return registry.find(code).map(KnownDevice::device).filter(device -> DeviceRights.sees(viewer, device));
    }

    @Override
    public List<Device> list(Viewer viewer) {
        Scope seen = DeviceRights.seenBy(viewer);
        return registry.all().stream()
                .filter(device -> seen.contains(device.areaPath()))
                .map(KnownDevice::device)
                .sorted(Comparator.comparing(Device::code))
                .toList();
    }

    @Override
    public List<Device> create(List<NewDevice> news, Viewer viewer) {
        List<PlacedFault> faults = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        List<Device> devices = new ArrayList<>();
        for (int i = 0; i < news.size(); i++) {
            NewDevice device = news.get(i);
            if (!codes.add(device.code()) || registry.findAny(device.code()).isPresent()) {
                throw new Fault(SenseError.DEVICE_EXISTS, "the code " + device.code() + " is taken");
            }
            devices.add(place(device, "/" + i, viewer, faults));
        }
        put(devices, faults);
        return devices;
    }

    @Override
    public Device update(NewDevice changed, IfMatch ifMatch, Viewer viewer) {
        Device before = known(changed.code(), viewer).device();
        List<PlacedFault> faults = new ArrayList<>();
        if (!before.product().equals(changed.product())) {
            faults.add(new PlacedFault("/product", Text.of("设备的产品不能更改", "a device keeps its product")));
        }
        Device device = place(changed, "", viewer, faults);
        transactions.run(() -> {
            Optional<Integer> version = store.lockVersion(device.code());
            if (!ifMatch.tags().isEmpty()) {
                ifMatch.require(version.orElse(0));
            }
            put(List.of(device), faults);
        });
        return device;
    }

    @Override
    public int version(String code) {
        return store.version(code);
    }

    @Override
    public Map<String, String> issueTokens(List<String> codes, Viewer viewer) {
        List<KnownDevice> devices =
                codes.stream().distinct().map(code -> known(code, viewer)).toList();
        return transactions.call(() -> tokens.issue(devices));
    }

    /** With faults the device that comes back is only good for looking for more of them. */
    private Device place(NewDevice device, String at, Viewer viewer, List<PlacedFault> faults) {
        if (products.find(device.product()).isEmpty()) {
            faults.add(new PlacedFault(
                    at + "/product", Text.of("没有产品 " + device.product(), "there is no product " + device.product())));
        }
        device.owner().filter(owner -> organisations.find(owner).isEmpty()).ifPresent(owner -> {
            faults.add(new PlacedFault(at + "/owner", Text.of("没有机构 " + owner, "there is no organisation " + owner)));
        });
        device.area().filter(area -> areas.find(area).isEmpty()).ifPresent(area -> {
            faults.add(new PlacedFault(at + "/area", Text.of("没有区域 " + area, "there is no area " + area)));
        });
        device.parent()
                .filter(parent -> registry.find(parent).isEmpty())
                .ifPresent(parent -> faults.add(
                        new PlacedFault(at + "/parent", Text.of("没有设备 " + parent, "there is no device " + parent))));
        Device placed = placed(device, areas, registry.findAny(device.code()).map(KnownDevice::lifecycle));
        if (!viewer.may(DeviceRights.MANAGE, placed.areaPath())) {
            faults.add(new PlacedFault(at + "/area", Text.of("不在您的辖区内", "it is outside your part of the city")));
        }
        return placed;
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

    private void put(List<Device> devices, List<PlacedFault> faults) {
        if (!faults.isEmpty()) {
            throw new FaultyInput(SenseError.DEVICE_FAULTY, "nothing was stored", faults);
        }
        transactions.run(() -> {
            store.put(devices, Optional.empty());
            registry.reloadAfterCommit(devices.stream().map(Device::code).toList());
        });
    }

    private KnownDevice known(String code, Viewer viewer) {
        return registry.findAny(code)
                .filter(device -> viewer.may(DeviceRights.MANAGE, device.areaPath()))
                .orElseThrow(() -> missing(code));
    }

    private static Fault missing(String code) {
        return new Fault(SenseError.DEVICE_NOT_FOUND, "there is no device " + code);
    }
}
