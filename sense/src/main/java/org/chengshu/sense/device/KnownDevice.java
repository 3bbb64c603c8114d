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

    /** One device is one key, whatever is known of it at the moment; hashed for every message. */
    @Override
    public boolean equals(Object other) {
        return other instanceof KnownDevice device && device.id == id;
    }

    @Override
    public int hashCode() {
        return id;
    }
}
