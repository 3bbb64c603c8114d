package org.chengshu.sense.derived;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.chengshu.core.tree.Areas;
import org.chengshu.sense.Groups;
import org.chengshu.sense.Members;
import org.chengshu.sense.derived.reckon.OtherInput;
import org.chengshu.sense.derived.reckon.OtherInput.Whose;
import org.chengshu.sense.device.DeviceRegistry;
import org.chengshu.sense.device.KnownDevice;
import org.springframework.stereotype.Component;

/** Which devices an input of others means, as groups and areas are now; looked up anew every few seconds. */
@Component
final class OtherDevices {
    private static final long FRESH_NANOS = 5_000_000_000L;

    private final DeviceRegistry registry;
    private final Areas areas;
    private final Groups groups;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    OtherDevices(DeviceRegistry registry, Areas areas, Groups groups) {
        this.registry = registry;
        this.areas = areas;
        this.groups = groups;
    }

    /** Devices by area where it is asked, else all under no name. */
    private record Known(long stamp, long at, Map<String, List<KnownDevice>> devices) {}

    /** In the order of their numbers; none when there are too many to be asked. */
    List<KnownDevice> of(OtherInput input, KnownDevice host) {
        List<KnownDevice> all =
                switch (input.whose()) {
                    case Whose.OneDevice(String code) ->
                        registry.find(code).stream()
                                .filter(device -> device.product().id().equals(input.product()))
                                .toList();
                    case Whose.OneGroup(String id) -> group(id, input.product());
                    case Whose.SameArea(String kind) ->
                        areaOf(host, kind)
                                .map(area -> byArea(input.product(), kind).getOrDefault(area, List.of()))
                                .orElse(List.of());
                };
        return all.size() > OtherInput.MOST_DEVICES ? List.of() : all;
    }

    /** The devices of a product that have this one among those of the input. */
    List<KnownDevice> hosts(OtherInput input, String product, KnownDevice device) {
        boolean asked =
                switch (input.whose()) {
                    case Whose.OneDevice(String code) -> code.equals(device.code());
                    case Whose.OneGroup(String id) -> groups.members(id).has(device.id());
                    case Whose.SameArea ignored -> true;
                };
        if (!asked || !device.product().id().equals(input.product())) {
            return List.of();
        }
        if (input.whose() instanceof Whose.SameArea(String kind)) {
            return areaOf(device, kind)
                    .map(area -> byArea(product, kind).getOrDefault(area, List.of()))
                    .orElse(List.of());
        }
        return all(product);
    }

    List<KnownDevice> all(String product) {
        return know(
                        "p:" + product,
                        () -> Map.of(
                                "",
                                registry.all().stream()
                                        .filter(device -> device.product().id().equals(product))
                                        .toList()))
                .getOrDefault("", List.of());
    }

    private List<KnownDevice> group(String id, String product) {
        return know("g:" + product + "/" + id, () -> {
                    Members members = groups.members(id);
                    return Map.of(
                            "",
                            members.ids()
                                    .boxed()
                                    .flatMap(device -> registry.find(device).stream())
                                    .filter(device -> device.product().id().equals(product)
                                            && device.lifecycle().judged())
                                    .toList());
                })
                .getOrDefault("", List.of());
    }

    private Map<String, List<KnownDevice>> byArea(String product, String kind) {
        return know("a:" + product + "/" + kind, () -> {
            Set<String> codes = codes(kind);
            Map<String, List<KnownDevice>> found = new HashMap<>();
            all(product).stream().filter(device -> device.lifecycle().judged()).forEach(device -> area(device, codes)
                    .ifPresent(area -> found.computeIfAbsent(area, code -> new ArrayList<>())
                            .add(device)));
            return found;
        });
    }

    private Optional<String> areaOf(KnownDevice device, String kind) {
        return area(
                device,
                know("k:" + kind, () -> {
                            Map<String, List<KnownDevice>> codes = new HashMap<>();
                            codes(kind).forEach(code -> codes.put(code, List.of()));
                            return codes;
                        })
                        .keySet());
    }

    private Set<String> codes(String kind) {
        Set<String> codes = new HashSet<>();
        areas.list().stream().filter(area -> area.kind().equals(kind)).forEach(area -> codes.add(area.code()));
        return codes;
    }

    private static Optional<String> area(KnownDevice device, Set<String> codes) {
        for (String code : device.areaPath().split("/", -1)) {
            if (codes.contains(code)) {
                return Optional.of(code);
            }
        }
        return Optional.empty();
    }

    private Map<String, List<KnownDevice>> know(String key, Supplier<Map<String, List<KnownDevice>>> look) {
        long stamp = registry.stamp();
        Known one = known.get(key);
        if (one == null || one.stamp() != stamp || System.nanoTime() - one.at() > FRESH_NANOS) {
            one = new Known(stamp, System.nanoTime(), look.get());
            known.put(key, one);
        }
        return one.devices();
    }
}
