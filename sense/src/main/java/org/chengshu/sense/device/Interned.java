package org.chengshu.sense.device;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.chengshu.sense.Device;

/** Makes devices share what they have in common: areas, owners, parents. For one thread. */
final class Interned {
    private final Map<Object, Object> known = new HashMap<>();

    KnownDevice device(DeviceStore.Stored stored, DeviceModel model) {
        Device device = stored.device();
        Device shared = new Device(
                device.code(),
                device.product(),
                device.title(),
                device.area(),
                device.areaPath(),
                device.position(),
                one(device.owner()),
                device.tags(),
                device.lifecycle(),
                one(device.parent()));
        DevicePlace place = place(device);
        int[] series = new int[model.size()];
        Arrays.fill(series, SeriesView.NONE);
        stored.series().forEach((property, id) -> {
            int at = model.place(property);
            if (at >= 0) {
                series[at] = id;
            }
        });
        return new KnownDevice(stored.id(), shared, model, place, series);
    }

    private DevicePlace place(Device device) {
        DevicePlace place = new DevicePlace(device.area(), device.areaPath());
        return (DevicePlace) known.computeIfAbsent(place, same -> same);
    }

    @SuppressWarnings("unchecked")
    private Optional<String> one(Optional<String> word) {
        return (Optional<String>) known.computeIfAbsent(word, same -> same);
    }
}
