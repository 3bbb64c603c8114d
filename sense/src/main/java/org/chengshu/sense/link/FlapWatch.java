package org.chengshu.sense.link;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chengshu.alarm.AlarmRule;
import org.chengshu.alarm.AlarmSort;
import org.chengshu.alarm.Alarms;
import org.chengshu.alarm.Signal;
import org.chengshu.core.settings.Settings;
import org.chengshu.kernel.Severity;
import org.chengshu.kernel.Text;
import org.chengshu.sense.device.DeviceRegistry;
import org.chengshu.sense.device.KnownDevice;
import org.chengshu.sense.intake.Signals;
import org.springframework.stereotype.Component;

/**
 * Raises an alarm when a device comes again and again, and clears it when it has been calm. Lives on the log's thread and
 * in its transaction; a transaction that fails changes nothing here.
 */
@Component
final class FlapWatch {
    private static final String RULE = "-flapping";

    private final LinkStore store;
    private final DeviceRegistry registry;
    private final Alarms alarms;
    private final Clock clock;
    private final int most;
    private final Duration window;
    private final Map<Integer, Comings> comings = new HashMap<>();
    private final Set<LinkEvent> counted = new HashSet<>();
    private Set<Integer> flapping = Set.of();
    private Set<Integer> next = Set.of();
    private boolean remembered;

    FlapWatch(LinkStore store, DeviceRegistry registry, Alarms alarms, Settings settings, Clock clock) {
        this.store = store;
        this.registry = registry;
        this.alarms = alarms;
        this.clock = clock;
        this.most = settings.get(LinkSettings.FLAPPING_CONNECTS);
        this.window = settings.get(LinkSettings.FLAPPING_WINDOW);
    }

    /** Whether there is something to look at although nobody came or went. */
    boolean isWatching() {
        return !remembered || !flapping.isEmpty();
    }

    /** Within the transaction of the log. */
    void look(List<LinkEvent> events) {
        if (most == 0) {
            remembered = true;
            return;
        }
        Instant now = clock.instant();
        remember(now);
        next = new HashSet<>(flapping);
        for (LinkEvent event : events) {
            if (event instanceof LinkEvent.Opened(Link link) && counted.add(event)) {
                of(link.device().id()).came(link.opened());
                raiseWhenTooOften(link.device(), now);
            }
        }
        for (Integer device : flapping) {
            clearWhenCalm(device, now);
        }
        comings.entrySet().removeIf(one -> one.getValue().over(now) && !next.contains(one.getKey()));
    }

    void written() {
        flapping = next;
        counted.clear();
    }

    void notWritten() {
        next = flapping;
    }

    /** After a start the alarms of before are open; their devices count as having come just now. */
    private void remember(Instant now) {
        if (!remembered) {
            flapping = store.flapping();
            flapping.forEach(device -> {
                of(device).came(now);
                of(device).came(now);
            });
            remembered = true;
        }
    }

    private Comings of(int device) {
        return comings.computeIfAbsent(device, id -> new Comings(most, window));
    }

    private void raiseWhenTooOften(KnownDevice device, Instant now) {
        Comings seen = of(device.id());
        if (device.lifecycle().judged() && seen.tooOften(now) && next.add(device.id())) {
            store.flaps(device.id(), now);
            alarms.raise(Signal.live(
                    rule(device), Signals.view(device), now.minus(window), now, Map.of("connects", seen.within(now))));
        }
    }

    private void clearWhenCalm(Integer device, Instant now) {
        if (of(device).calm(now)) {
            next.remove(device);
            store.isCalm(device);
            registry.find(device)
                    .ifPresent(known -> alarms.clear(ruleId(known), Signals.subject(known), now, Map.of()));
        }
    }

    private AlarmRule rule(KnownDevice device) {
        return new AlarmRule(
                ruleId(device),
                Text.of("设备频繁上下线", "Device flapping"),
                Severity.BLUE,
                AlarmSort.CONDITION,
                "connects > " + most + " within " + window);
    }

    private static String ruleId(KnownDevice device) {
        return device.product().id() + RULE;
    }
}
