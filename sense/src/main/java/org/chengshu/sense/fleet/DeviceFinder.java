package org.chengshu.sense.fleet;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengshu.core.CoreError;
import org.chengshu.core.access.Scope;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.http.Cursor;
import org.chengshu.core.http.CursorPage;
import org.chengshu.core.http.Keyset;
import org.chengshu.core.tree.Areas;
import org.chengshu.kernel.Fault;
import org.chengshu.sense.Device;
import org.chengshu.sense.Groups;
import org.chengshu.sense.SenseError;
import org.chengshu.sense.codec.Plain;
import org.chengshu.sense.device.DeviceQuery;
import org.chengshu.sense.device.DeviceRegistry;
import org.chengshu.sense.device.DeviceRights;
import org.chengshu.sense.device.DeviceStanding;
import org.chengshu.sense.device.KnownDevice;
import org.chengshu.sense.device.OnlineDevices;
import org.chengshu.sense.device.SeriesRef;
import org.chengshu.sense.store.Point;
import org.chengshu.sense.store.ReadingStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Finds devices for lists, newest first; a device whose code is what was typed comes before all. */
@Component
final class DeviceFinder {
    private static final OnlineDevices NOBODY = new OnlineDevices() {
        @Override
        public boolean isOnline(int device) {
            return false;
        }

        @Override
        public void wake(int device) {
            // Nobody is connected.
        }
    };

    private final DeviceRegistry registry;
    private final DeviceStanding standing;
    private final ReadingStore readings;
    private final Areas areas;
    private final Groups groups;
    private final ObjectProvider<OnlineDevices> connected;

    DeviceFinder(
            DeviceRegistry registry,
            DeviceStanding standing,
            ReadingStore readings,
            Areas areas,
            Groups groups,
            ObjectProvider<OnlineDevices> connected) {
        this.registry = registry;
        this.standing = standing;
        this.readings = readings;
        this.areas = areas;
        this.groups = groups;
        this.connected = connected;
    }

    CursorPage<DeviceItem> list(DeviceFilter filter, Viewer viewer, Cursor cursor) {
        DeviceQuery query = filter.query(areas, groups);
        Scope scope = DeviceRights.seenBy(viewer);
        int below = cursor.after().map(DeviceFinder::number).orElse(Integer.MAX_VALUE);
        List<KnownDevice> found = new ArrayList<>(registry.search(query, scope, below, cursor.limit() + 1));
        Optional<KnownDevice> exact = exact(filter, query, scope);
        if (cursor.after().isPresent()) {
            exact.ifPresent(found::remove);
            return items(Keyset.page(cursor, found, DeviceFinder::key));
        }
        CursorPage<KnownDevice> page = Keyset.page(cursor, found, DeviceFinder::key);
        List<KnownDevice> first = new ArrayList<>(page.items());
        exact.ifPresent(device -> {
            first.remove(device);
            first.addFirst(device);
        });
        return items(new CursorPage<>(first, page.next()));
    }

    private Optional<KnownDevice> exact(DeviceFilter filter, DeviceQuery query, Scope scope) {
        return filter.q()
                .flatMap(typed -> registry.findAny(typed.strip()))
                .filter(device -> registry.fits(query, scope, device));
    }

    int count(DeviceFilter filter, Viewer viewer) {
        return registry.count(filter.query(areas, groups), DeviceRights.seenBy(viewer));
    }

    /** Also one that is retired. */
    DeviceItem get(String code, Viewer viewer) {
        return registry.findAny(code)
                .filter(device -> DeviceRights.seenBy(viewer).contains(device.areaPath()))
                .map(device -> items(List.of(device)).getFirst())
                .orElseThrow(() -> new Fault(SenseError.DEVICE_NOT_FOUND, "there is no device " + code));
    }

    private static Cursor.Key key(KnownDevice device) {
        return new Cursor.Key(Instant.EPOCH, String.valueOf(device.id()));
    }

    private static int number(Cursor.Key key) {
        try {
            return Integer.parseInt(key.id());
        } catch (NumberFormatException e) {
            throw new Fault(CoreError.BAD_REQUEST, "the cursor belongs to another list", e);
        }
    }

    private CursorPage<DeviceItem> items(CursorPage<KnownDevice> page) {
        return new CursorPage<>(items(page.items()), page.next());
    }

    private List<DeviceItem> items(Collection<KnownDevice> devices) {
        List<Integer> series = new ArrayList<>();
        devices.forEach(
                device -> device.series().values().stream().map(SeriesRef::id).forEach(series::add));
        Map<Integer, Point> latest = readings.latest(series);
        return devices.stream().map(device -> item(device, latest)).toList();
    }

    private DeviceItem item(KnownDevice known, Map<Integer, Point> latest) {
        Device device = known.device();
        return new DeviceItem(
                device.code(),
                device.product(),
                device.title(),
                device.area(),
                device.areaPath(),
                device.position(),
                device.owner(),
                device.tags(),
                device.lifecycle(),
                device.parent(),
                standing.status(known),
                connected.getIfAvailable(() -> NOBODY).isOnline(known.id()),
                standing.lastHeard(known),
                latest(known, latest));
    }

    private static Map<String, DeviceItem.Latest> latest(KnownDevice known, Map<Integer, Point> latest) {
        Map<String, DeviceItem.Latest> values = new HashMap<>();
        known.series().forEach((property, series) -> {
            Point point = latest.get(series.id());
            if (point != null) {
                values.put(property, new DeviceItem.Latest(Plain.of(point.value()), point.time()));
            }
        });
        return values;
    }
}
