package org.chengshu.sense.device;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.chengshu.sense.Device;

/** Makes devices share what they have in common: areas, owners, parents. Made by one thread. */
final class Interned {
    private final Map<Object, Object> known = new HashMap<>();
    private final Map<DevicePlace, DevicePlace> places = new ConcurrentHashMap<>();

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
        return places.computeIfAbsent(new DevicePlace(device.area(), device.areaPath()), same -> same);
    }

    /** Every place that a device ever had; for any thread. */
    Collection<DevicePlace> places() {
        return places.values();
    }

    @SuppressWarnings("unchecked")
    private Optional<String> one(Optional<String> word) {
        return (Optional<String>) known.computeIfAbsent(word, same -> same);
    }
}
