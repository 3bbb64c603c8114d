package org.chengshu.sense.trial;

import java.util.List;
import java.util.Optional;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.tree.Areas;
import org.chengshu.kernel.Fault;
import org.chengshu.sense.Devices;
import org.chengshu.sense.SenseError;
import org.chengshu.sense.device.DeviceRegistry;
import org.chengshu.sense.device.KnownDevice;
import org.springframework.stereotype.Component;

/** Which devices a trial is on. */
@Component
final class TrialDevices {
    static final int MOST = 5_000;

    private final DeviceRegistry registry;
    private final Devices devices;
    private final Areas areas;

    TrialDevices(DeviceRegistry registry, Devices devices, Areas areas) {
        this.registry = registry;
        this.devices = devices;
        this.areas = areas;
    }

    /** The codes of those named, or of all of a product (in an area), that the viewer may see. */
    List<String> chosen(String product, List<String> named, Optional<String> area, Viewer viewer) {
        List<String> codes = named.isEmpty() ? all(product, area, viewer) : named;
        for (String code : named) {
            if (!devices.get(code, viewer).product().equals(product)) {
                throw new Fault(SenseError.TRIAL_FAULTY, code + " is no device of " + product);
            }
        }
        if (codes.isEmpty() || codes.size() > MOST) {
            throw new Fault(
                    SenseError.TRIAL_FAULTY,
                    "a trial is on 1 to " + MOST + " devices, here are " + codes.size() + "; name an area or devices");
        }
        return codes;
    }

    private List<String> all(String product, Optional<String> area, Viewer viewer) {
        Optional<String> path = area.map(code -> areas.get(code).path());
        return registry.all().stream()
                .filter(device -> device.product().id().equals(product))
                .filter(device -> path.isEmpty() || device.device().areaPath().startsWith(path.get()))
                .filter(device ->
                        viewer.scope("sense:read").contains(device.device().areaPath()))
                .map(KnownDevice::code)
                .sorted()
                .toList();
    }

    List<KnownDevice> of(List<String> codes) {
        return codes.stream().flatMap(code -> registry.find(code).stream()).toList();
    }
}
