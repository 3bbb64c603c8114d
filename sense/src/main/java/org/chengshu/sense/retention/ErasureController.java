package org.chengshu.sense.retention;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chengshu.core.access.Access;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.audit.AuditNotes;
import org.chengshu.kernel.Fault;
import org.chengshu.sense.SenseError;
import org.chengshu.sense.derived.Derivations;
import org.chengshu.sense.device.DeviceRegistry;
import org.chengshu.sense.device.KnownDevice;
import org.chengshu.sense.device.SeriesRef;
import org.chengshu.sense.store.ReadingStore;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes readings away by hand, with a reason, and tells how much the store takes. */
@RestController
@RequestMapping("/api/sense/v1")
final class ErasureController {
    static final String ERASE = "sense:erase";
    private static final int LONGEST_REASON = 500;

    private final DeviceRegistry registry;
    private final ReadingStore readings;
    private final Derivations derivations;

    ErasureController(DeviceRegistry registry, ReadingStore readings, Derivations derivations) {
        this.registry = registry;
        this.readings = readings;
        this.derivations = derivations;
    }

    /** Erases the readings of [from, to) of a device, or of some of its properties. */
    @PostMapping("/devices/{code}/erasures")
    @Access(value = ERASE, audit = "readings.erased")
    Erased erase(
            @PathVariable("code") String code, @RequestBody Order order, Viewer viewer, HttpServletRequest request) {
        KnownDevice device = registry.find(code)
                .filter(known -> viewer.may(ERASE, known.device().areaPath()))
                .orElseThrow(() -> new Fault(SenseError.DEVICE_NOT_FOUND, "there is no device " + code));
        Set<Integer> series = new HashSet<>();
        if (order.properties().isEmpty()) {
            device.series().values().forEach(one -> series.add(one.id()));
        }
        order.properties()
                .forEach(property -> series.add(series(device, property).id()));
        long erased = derivations.erasing(
                device,
                order.properties(),
                order.from(),
                order.to(),
                () -> readings.erase(series, order.from(), order.to()));
        AuditNotes.of(request)
                .add("from", order.from().toString())
                .add("to", order.to().toString())
                .add("properties", order.properties().isEmpty() ? "*" : String.join(",", order.properties()))
                .add("reason", order.reason())
                .add("erased", String.valueOf(erased));
        return new Erased(erased);
    }

    private static SeriesRef series(KnownDevice device, String property) {
        return Optional.ofNullable(device.series().get(property))
                .orElseThrow(() -> new Fault(
                        SenseError.PROPERTY_NOT_FOUND, device.product().id() + " has no property " + property));
    }

    /** How many readings the store holds, and what they take. */
    @GetMapping("/storage")
    @Access(
            value = "sense:read",
            audit = Access.NOT_AUDITED,
            reach = Access.Reach.NONE,
            why = "sums over the whole store")
    Storage storage() {
        ReadingStore.Size size = readings.size();
        double bytes = size.points() == 0 ? 0 : (double) size.chunkBytes() / size.points();
        return new Storage(
                size,
                Math.round(bytes * 100) / 100.0,
                ReadingStore.PLAIN_BYTES,
                bytes == 0 ? 0 : Math.round(ReadingStore.PLAIN_BYTES / bytes * 10) / 10.0);
    }

    /** What is to be erased, and why; no properties mean all. */
    record Order(Instant from, Instant to, List<String> properties, String reason) {
        Order {
            if (from == null || to == null || !from.isBefore(to)) {
                throw new Fault(SenseError.RANGE_FAULTY, "'from' and 'to' are times, 'from' lies before 'to'");
            }
            if (from.isBefore(Instant.EPOCH) || to.isAfter(Instant.parse("2200-01-01T00:00:00Z"))) {
                throw new Fault(SenseError.RANGE_FAULTY, "'from' and 'to' lie between 1970 and 2200");
            }
            if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
                throw new Fault(
                        SenseError.RANGE_FAULTY, "a reason of 1 to " + LONGEST_REASON + " characters is needed");
            }
            properties = properties == null ? List.of() : List.copyOf(properties);
        }
    }

    record Erased(long erased) {}

    record Storage(ReadingStore.Size size, double bytesPerReading, double plainBytesPerReading, double timesSmaller) {}
}
