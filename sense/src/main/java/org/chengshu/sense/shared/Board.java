package org.chengshu.sense.shared;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.chengshu.sense.device.DeviceRegistry;
import org.chengshu.sense.device.KnownDevice;
import org.chengshu.sense.intake.CommittedObservations;
import org.chengshu.sense.rulebook.RuleBook;
import org.chengshu.sense.rulebook.SharedRule;
import org.chengshu.sense.store.Point;
import org.chengshu.sense.store.ReadingStore;
import org.chengshu.wire.Observation;
import org.chengshu.wire.Value;
import org.springframework.stereotype.Component;

/** The latest values of the devices that rules over several devices look at. */
@Component
final class Board implements CommittedObservations {
    private final RuleBook rules;
    private final DeviceRegistry registry;
    private final ReadingStore readings;
    private final Map<Integer, Map<String, Latest>> latest = new ConcurrentHashMap<>();
    private volatile Set<String> products = Set.of();
    private volatile long stamp;

    Board(RuleBook rules, DeviceRegistry registry, ReadingStore readings) {
        this.rules = rules;
        this.registry = registry;
        this.readings = readings;
    }

    record Latest(Instant time, Value value) {}

    @Override
    public void heard(Map<KnownDevice, Observation> newest) {
        Set<String> wanted = products;
        if (wanted.isEmpty()) {
            return;
        }
        newest.forEach((device, seen) -> {
            if (wanted.contains(device.product().id())) {
                Map<String, Latest> values = latest.computeIfAbsent(device.id(), id -> new ConcurrentHashMap<>());
                seen.forEach((property, value) -> put(values, property, new Latest(seen.time(), value)));
            }
        });
    }

    Optional<Latest> find(int device, String property) {
        return Optional.ofNullable(latest.getOrDefault(device, Map.of()).get(property));
    }

    /** When other rules came: begins with what is stored of the devices that they look at. */
    void prepare() {
        long now = rules.stamp();
        if (now == stamp) {
            return;
        }
        Set<String> wanted = rules.shared().stream().map(SharedRule::product).collect(Collectors.toUnmodifiableSet());
        Set<String> fresh = new HashSet<>(wanted);
        fresh.removeAll(products);
        products = wanted;
        registry.all().stream()
                .filter(device -> fresh.contains(device.product().id()))
                .collect(Collectors.groupingBy(device -> device.id() / 1_000))
                .values()
                .forEach(this::load);
        latest.keySet().removeIf(device -> registry.find(device)
                .filter(known -> wanted.contains(known.product().id()))
                .isEmpty());
        stamp = now;
    }

    private void load(List<KnownDevice> devices) {
        Map<Integer, Map.Entry<Integer, String>> places = new HashMap<>();
        devices.forEach(device -> device.product().properties().forEach(property -> Optional.ofNullable(
                        device.series().get(property.id()))
                .ifPresent(series -> places.put(series.id(), Map.entry(device.id(), property.id())))));
        for (Map.Entry<Integer, Point> one : readings.latest(places.keySet()).entrySet()) {
            Map.Entry<Integer, String> place = places.get(one.getKey());
            Map<String, Latest> values = latest.computeIfAbsent(place.getKey(), id -> new ConcurrentHashMap<>());
            put(
                    values,
                    place.getValue(),
                    new Latest(one.getValue().time(), one.getValue().value()));
        }
    }

    private static void put(Map<String, Latest> values, String property, Latest one) {
        values.merge(property, one, (was, is) -> was.time().isAfter(is.time()) ? was : is);
    }
}
