package org.chengshu.sense.device;

import java.util.Map;
import java.util.Objects;
import org.chengshu.sense.Device;
import org.chengshu.sense.Product;

/** A device with all that the intake needs to take its readings, as of one moment. */
public record KnownDevice(int id, Device device, Product product, Map<String, SeriesRef> series) {
    public KnownDevice {
        Objects.requireNonNull(device, "device");
        Objects.requireNonNull(product, "product");
        series = Map.copyOf(series);
    }

    public String code() {
        return device.code();
    }
}
