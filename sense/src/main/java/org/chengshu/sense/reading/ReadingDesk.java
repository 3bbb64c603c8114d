package org.chengshu.sense.reading;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.chengshu.core.access.Viewer;
import org.chengshu.kernel.Fault;
import org.chengshu.sense.PropertyType;
import org.chengshu.sense.Reading;
import org.chengshu.sense.Readings;
import org.chengshu.sense.SenseError;
import org.chengshu.sense.device.DeviceRegistry;
import org.chengshu.sense.device.DeviceRights;
import org.chengshu.sense.device.KnownDevice;
import org.chengshu.sense.device.SeriesRef;
import org.chengshu.sense.store.Bucket;
import org.chengshu.sense.store.Point;
import org.chengshu.sense.store.ReadingStore;
import org.springframework.stereotype.Component;

@Component
final class ReadingDesk implements Readings {
    private final DeviceRegistry registry;
    private final ReadingStore store;

    ReadingDesk(DeviceRegistry registry, ReadingStore store) {
        this.registry = registry;
        this.store = store;
    }

    @Override
    public Map<String, Reading> latest(String device, Viewer viewer) {
        Map<String, SeriesRef> series = known(device, viewer).series();
        Map<Integer, Point> points =
                store.latest(series.values().stream().map(SeriesRef::id).toList());
        Map<String, Reading> latest = new TreeMap<>();
        series.forEach((property, ref) -> {
            Point point = points.get(ref.id());
            if (point != null) {
                latest.put(property, new Reading(point.time(), point.value()));
            }
        });
        return latest;
    }

    @Override
    public List<Reading> list(String device, String property, Instant from, Instant to, int limit, Viewer viewer) {
        return store.points(series(device, property, viewer).id(), from, to, limit).stream()
                .map(point -> new Reading(point.time(), point.value()))
                .toList();
    }

    List<Bucket> buckets(SeriesRef series, ReadingStore.Span span, Instant origin, int limit) {
        if (series.property().type() == PropertyType.TEXT) {
            throw new Fault(SenseError.RANGE_FAULTY, "texts cannot be put in buckets");
        }
        return store.buckets(series.id(), span, origin, limit);
    }

    SeriesRef series(String device, String property, Viewer viewer) {
        return series(known(device, viewer), property);
    }

    static SeriesRef series(KnownDevice device, String property) {
        SeriesRef series = device.series().get(property);
        if (series == null) {
            throw new Fault(SenseError.PROPERTY_NOT_FOUND, device.product().id() + " has no property " + property);
        }
        return series;
    }

    KnownDevice known(String code, Viewer viewer) {
        return find(code, viewer)
                .orElseThrow(() -> new Fault(SenseError.DEVICE_NOT_FOUND, "there is no device " + code));
    }

    Optional<KnownDevice> find(String code, Viewer viewer) {
        return registry.find(code).filter(device -> DeviceRights.sees(viewer, device.device()));
    }
}
