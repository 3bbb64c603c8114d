package org.chengshu.sense.device;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.chengshu.core.access.Scope;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.http.FaultyInput;
import org.chengshu.core.http.IfMatch;
import org.chengshu.core.http.PlacedFault;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Text;
import org.chengshu.sense.Device;
import org.chengshu.sense.Devices;
import org.chengshu.sense.NewDevice;
import org.chengshu.sense.SenseError;
import org.springframework.stereotype.Component;

@Component
final class DeviceDesk implements Devices {
    private final DeviceStore store;
    private final DeviceRegistry registry;
    private final DeviceTokens tokens;
    private final DevicePlacing placing;
    private final DeviceWriter writer;
    private final Transactions transactions;

    DeviceDesk(
            DeviceStore store,
            DeviceRegistry registry,
            DeviceTokens tokens,
            DevicePlacing placing,
            DeviceWriter writer,
            Transactions transactions) {
        this.store = store;
        this.registry = registry;
        this.tokens = tokens;
        this.placing = placing;
        this.writer = writer;
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
        Set<String> coming = news.stream().map(NewDevice::code).collect(Collectors.toSet());
        List<Device> devices = new ArrayList<>();
        for (int i = 0; i < news.size(); i++) {
            NewDevice device = news.get(i);
            if (!codes.add(device.code()) || registry.findAny(device.code()).isPresent()) {
                throw new Fault(SenseError.DEVICE_EXISTS, "the code " + device.code() + " is taken");
            }
            devices.add(placing.place(device, "/" + i, viewer, coming::contains, faults));
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
        Device device = placing.place(changed, "", viewer, faults);
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

    private void put(List<Device> devices, List<PlacedFault> faults) {
        if (!faults.isEmpty()) {
            throw new FaultyInput(SenseError.DEVICE_FAULTY, "nothing was stored", faults);
        }
        writer.put(devices);
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
