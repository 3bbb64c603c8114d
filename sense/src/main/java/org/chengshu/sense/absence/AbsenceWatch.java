package org.chengshu.sense.absence;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.chengshu.alarm.AlarmRule;
import org.chengshu.alarm.AlarmSort;
import org.chengshu.alarm.Alarms;
import org.chengshu.alarm.Clearing;
import org.chengshu.alarm.Signal;
import org.chengshu.core.db.Transactions;
import org.chengshu.sense.device.DeviceRegistry;
import org.chengshu.sense.device.KnownDevice;
import org.chengshu.sense.device.SeriesRef;
import org.chengshu.sense.intake.Signals;
import org.chengshu.sense.rulebook.AbsenceRule;
import org.chengshu.sense.rulebook.RuleBook;
import org.chengshu.sense.store.Point;
import org.chengshu.sense.store.ReadingStore;
import org.springframework.stereotype.Component;

/**
 * Raises an alarm when no value of a property has arrived for too long, on arrival time, and clears it when one does. As with
 * silence, the time before this node's start does not count, and what never had a value is not absent.
 */
@Component
final class AbsenceWatch {
    private final AbsenceStore store;
    private final Arrivals arrivals;
    private final RuleBook rules;
    private final DeviceRegistry registry;
    private final ReadingStore readings;
    private final Alarms alarms;
    private final Transactions transactions;
    private final Clock clock;
    private final Instant start;
    private final Set<Absence> open;

    AbsenceWatch(
            AbsenceStore store,
            Arrivals arrivals,
            RuleBook rules,
            DeviceRegistry registry,
            ReadingStore readings,
            Alarms alarms,
            Transactions transactions,
            Clock clock) {
        this.store = store;
        this.arrivals = arrivals;
        this.rules = rules;
        this.registry = registry;
        this.readings = readings;
        this.alarms = alarms;
        this.transactions = transactions;
        this.clock = clock;
        this.start = clock.instant();
        this.open = store.all();
    }

    void look() {
        Instant now = clock.instant();
        Map<String, AbsenceRule> byId =
                rules.absences().stream().collect(Collectors.toMap(AbsenceRule::id, rule -> rule));
        endThose(back(byId, now), now);
        for (AbsenceRule rule : byId.values()) {
            begin(rule, missing(rule, now), now);
        }
    }

    /** The absences that are over: a value has come, the rule is gone or off, or the device is. */
    private List<Absence> back(Map<String, AbsenceRule> byId, Instant now) {
        List<Absence> back = new ArrayList<>();
        for (Absence one : open) {
            AbsenceRule rule = byId.get(one.rule());
            boolean arrived = rule != null
                    && arrivals.last(one.device(), rule.property())
                            .filter(last -> !isTooLong(rule, last, now))
                            .isPresent();
            if (rule == null || arrived || registry.find(one.device()).isEmpty()) {
                back.add(one);
            }
        }
        return back;
    }

    private void endThose(List<Absence> back, Instant now) {
        if (back.isEmpty()) {
            return;
        }
        transactions.run(() -> {
            store.remove(back);
            List<Clearing> clearings = new ArrayList<>();
            for (Absence one : back) {
                registry.find(one.device())
                        .map(device -> new Clearing(one.rule(), Signals.subject(device), now, Map.of()))
                        .ifPresent(clearings::add);
            }
            alarms.clearAll(clearings);
        });
        back.forEach(open::remove);
    }

    private List<KnownDevice> missing(AbsenceRule rule, Instant now) {
        if (!isTooLong(rule, start, now)) {
            return List.of();
        }
        List<KnownDevice> quiet = registry.all().stream()
                .filter(device -> device.product().id().equals(rule.product()))
                .filter(device -> device.lifecycle().judged())
                .filter(device -> !open.contains(new Absence(device.id(), rule.id())))
                .filter(device -> isTooLong(
                        rule, arrivals.last(device.id(), rule.property()).orElse(start), now))
                .toList();
        return quiet.isEmpty() ? quiet : withoutThoseHeardOtherwise(rule, quiet, now);
    }

    /** A value may have come in an older observation of its message; and what never had one is not missed. */
    private List<KnownDevice> withoutThoseHeardOtherwise(AbsenceRule rule, List<KnownDevice> quiet, Instant now) {
        Map<Integer, Point> latest = readings.latest(series(rule, quiet));
        List<KnownDevice> missing = new ArrayList<>();
        for (KnownDevice device : quiet) {
            SeriesRef series = device.series().get(rule.property());
            Optional<Point> last = Optional.ofNullable(series).map(ref -> latest.get(ref.id()));
            if (last.isPresent() && isTooLong(rule, last.get().time(), now)) {
                missing.add(device);
            } else {
                last.ifPresent(point -> arrivals.note(device.id(), rule.property(), point.time()));
            }
        }
        return missing;
    }

    private static Collection<Integer> series(AbsenceRule rule, List<KnownDevice> devices) {
        Set<Integer> series = new HashSet<>();
        devices.forEach(device ->
                Optional.ofNullable(device.series().get(rule.property())).ifPresent(ref -> series.add(ref.id())));
        return series;
    }

    private void begin(AbsenceRule rule, List<KnownDevice> missing, Instant now) {
        if (missing.isEmpty()) {
            return;
        }
        Map<KnownDevice, Absence> absences = new HashMap<>();
        missing.forEach(device -> absences.put(device, new Absence(device.id(), rule.id())));
        transactions.run(() -> {
            store.put(absences.values(), now);
            alarms.raiseAll(
                    missing.stream().map(device -> signal(rule, device, now)).toList());
        });
        open.addAll(absences.values());
    }

    private Signal signal(AbsenceRule rule, KnownDevice device, Instant now) {
        Instant since = arrivals.last(device.id(), rule.property()).orElse(start);
        AlarmRule words = new AlarmRule(rule.id(), rule.title(), rule.severity(), AlarmSort.CONDITION, rule.source());
        return Signal.live(words, Signals.view(device), since, now, Map.of());
    }

    private static boolean isTooLong(AbsenceRule rule, Instant last, Instant now) {
        return last.plus(rule.longest()).isBefore(now);
    }
}
