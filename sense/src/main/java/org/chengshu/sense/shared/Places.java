package org.chengshu.sense.shared;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengshu.alarm.Subject;
import org.chengshu.alarm.SubjectView;
import org.chengshu.core.tree.Area;
import org.chengshu.core.tree.Areas;
import org.chengshu.sense.Group;
import org.chengshu.sense.Groups;
import org.chengshu.sense.device.DeviceRegistry;
import org.chengshu.sense.device.KnownDevice;
import org.chengshu.sense.rulebook.SharedRule;
import org.springframework.stereotype.Component;

/** Which devices a rule over several judges together; looked up anew every few seconds. */
@Component
final class Places {
    static final String AREA = "area";
    static final String GROUP = "group";
    private static final Duration FRESH = Duration.ofSeconds(10);

    private final DeviceRegistry registry;
    private final Areas areas;
    private final Groups groups;
    private final Map<String, Known> known = new HashMap<>();

    Places(DeviceRegistry registry, Areas areas, Groups groups) {
        this.registry = registry;
        this.areas = areas;
        this.groups = groups;
    }

    /** One area or group and its devices. */
    record Crowd(SubjectView subject, List<KnownDevice> devices) {}

    private record Known(SharedRule rule, Instant at, List<Crowd> crowds) {}

    /** Only those that have a device of the rule's product. */
    @SuppressWarnings("ReferenceEquality") // a rule is the very same object until it changes
    List<Crowd> of(SharedRule rule, Instant now) {
        Known one = known.get(rule.id());
        if (one == null
                || one.rule() != rule
                || one.at().plus(FRESH).isBefore(now)
                || one.at().isAfter(now)) {
            one = new Known(
                    rule,
                    now,
                    switch (rule.over()) {
                        case SharedRule.Over.EachArea(String kind) -> areas(rule, kind);
                        case SharedRule.Over.OneGroup(String id) -> group(rule, id);
                    });
            known.put(rule.id(), one);
        }
        return one.crowds();
    }

    private List<Crowd> areas(SharedRule rule, String kind) {
        Map<String, Area> ofKind = new HashMap<>();
        areas.list().stream().filter(area -> area.kind().equals(kind)).forEach(area -> ofKind.put(area.code(), area));
        Map<String, List<KnownDevice>> byArea = new HashMap<>();
        for (KnownDevice device : registry.all()) {
            if (device.product().id().equals(rule.product())
                    && device.lifecycle().judged()) {
                area(device.areaPath(), ofKind)
                        .ifPresent(code -> byArea.computeIfAbsent(code, ignored -> new ArrayList<>())
                                .add(device));
            }
        }
        List<Crowd> crowds = new ArrayList<>();
        byArea.forEach((code, devices) -> crowds.add(new Crowd(view(ofKind.get(code)), devices)));
        return crowds;
    }

    private List<Crowd> group(SharedRule rule, String id) {
        Optional<Group> group = groups.find(id);
        List<KnownDevice> devices = groups.members(id)
                .ids()
                .boxed()
                .flatMap(device -> registry.find(device).stream())
                .filter(device -> device.product().id().equals(rule.product()))
                .filter(device -> device.lifecycle().judged())
                .toList();
        if (group.isEmpty() || devices.isEmpty()) {
            return List.of();
        }
        SubjectView view =
                new SubjectView(new Subject(GROUP, id), group.get().title(), commonPath(devices), Optional.empty());
        return List.of(new Crowd(view, devices));
    }

    /** The part of the city in which all of them lie. */
    private static String commonPath(List<KnownDevice> devices) {
        String common = devices.getFirst().areaPath();
        for (KnownDevice device : devices) {
            while (!device.areaPath().startsWith(common)) {
                common = common.substring(0, common.lastIndexOf('/', common.length() - 2) + 1);
            }
        }
        return common;
    }

    private static Optional<String> area(String path, Map<String, Area> ofKind) {
        for (String code : path.split("/")) {
            if (ofKind.containsKey(code)) {
                return Optional.of(code);
            }
        }
        return Optional.empty();
    }

    private static SubjectView view(Area area) {
        return new SubjectView(new Subject(AREA, area.code()), area.name(), area.path(), area.centre());
    }
}
