package org.chengshu.sense.device;

import java.util.Map;
import java.util.Optional;
import org.chengshu.kernel.geo.Position;
import org.chengshu.sense.Device;
import org.chengshu.sense.Lifecycle;
import org.chengshu.sense.Product;
import org.chengshu.sense.Property;
import org.chengshu.sense.words.PackedText;

/**
 * A device with all that the intake needs to take its readings, as of one moment. A city may hold a million: titles and tags
 * are packed, what many have in common is shared, series are numbers in the order of the thing model. What the intake asks
 * for each message ({@link #id}, {@link #code}, {@link #product}, {@link #areaPath}, {@link #lifecycle}, a series) is at
 * hand; {@link #device} is made on each call.
 */
public final class KnownDevice {
    private final int id;
    private final String code;
    private final DeviceModel model;
    private final DevicePlace place;
    private final Lifecycle lifecycle;
    private final Optional<Position> position;
    private final Optional<String> owner;
    private final Optional<String> parent;
    private final int[] series;
    private final byte[] about;

    /** A device on its own, for those who have no registry. */
    public KnownDevice(int id, Device device, Product product, Map<String, SeriesRef> series) {
        this(
                id,
                device,
                new DeviceModel(product),
                new DevicePlace(device.area(), device.areaPath()),
                product.properties().stream()
                        .mapToInt(one -> series.containsKey(one.id())
                                ? series.get(one.id()).id()
                                : SeriesView.NONE)
                        .toArray());
    }

    KnownDevice(int id, Device device, DeviceModel model, DevicePlace place, int[] series) {
        this.id = id;
        this.code = device.code();
        this.model = model;
        this.place = place;
        this.lifecycle = device.lifecycle();
        this.position = device.position();
        this.owner = device.owner();
        this.parent = device.parent();
        this.series = series;
        this.about = PackedText.pack(device.title(), device.tags());
    }

    public int id() {
        return id;
    }

    public String code() {
        return code;
    }

    public Product product() {
        return model.product;
    }

    public String areaPath() {
        return place.path();
    }

    public Lifecycle lifecycle() {
        return lifecycle;
    }

    public Optional<String> owner() {
        return owner;
    }

    public Optional<String> parent() {
        return parent;
    }

    /** Its series by property; a view that costs nothing. */
    public Map<String, SeriesRef> series() {
        return new SeriesView(model, series);
    }

    /** Where a property stands in the thing model; -1 when the device has no such series. */
    public int placeOf(String property) {
        int place = model.place(property);
        return place >= 0 && series[place] != SeriesView.NONE ? place : -1;
    }

    public Property propertyAt(int place) {
        return model.property(place);
    }

    public int seriesAt(int place) {
        return series[place];
    }

    public Device device() {
        return new Device(
                code,
                model.product.id(),
                PackedText.title(about),
                place.area(),
                place.path(),
                position,
                owner,
                PackedText.tags(about),
                lifecycle,
                parent);
    }

    public Map<String, String> tags() {
        return PackedText.tags(about);
    }

    DeviceModel model() {
        return model;
    }

    DevicePlace place() {
        return place;
    }

    byte[] about() {
        return about;
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

    @Override
    public String toString() {
        return code;
    }
}
