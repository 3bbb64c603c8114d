package org.chengshu.sense.derived;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.chengshu.sense.derived.reckon.Derivation;
import org.chengshu.sense.derived.reckon.OtherInput;
import org.chengshu.sense.derived.reckon.SeriesName;
import org.chengshu.sense.device.DeviceRegistry;
import org.chengshu.sense.device.KnownDevice;
import org.chengshu.sense.store.ReadingStore;
import org.springframework.stereotype.Component;

/**
 * Works out anew what was touched: of the same device as far as its windows reach, of others as far as their longest age;
 * what comes out otherwise touches again what depends on it. May be repeated at any time.
 */
@Component
final class Corrections {
    private static final int TOUCHES_AT_ONCE = 1_000;
    private static final long LONGEST_NANOS = 20_000_000_000L;
    private static final long DAY = 86_400_000_000L;

    private final Touches touches;
    private final DerivedPlans plans;
    private final OtherDevices others;
    private final DeviceRegistry registry;
    private final Recomputation recomputation;
    private final ReadingStore readings;

    Corrections(
            Touches touches,
            DerivedPlans plans,
            OtherDevices others,
            DeviceRegistry registry,
            Recomputation recomputation,
            ReadingStore readings) {
        this.touches = touches;
        this.plans = plans;
        this.others = others;
        this.registry = registry;
        this.recomputation = recomputation;
        this.readings = readings;
    }

    /** Does what waits, for some seconds at most. */
    synchronized void work() {
        long until = System.nanoTime() + LONGEST_NANOS;
        while (touches.waiting() > 0 && System.nanoTime() - until < 0) {
            Map<Touches.Key, List<Stretch>> taken = touches.take(TOUCHES_AT_ONCE);
            boolean done = false;
            try {
                follow(taken);
                touches.done(taken);
                done = true;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } finally {
                if (!done) {
                    touches.putBack(taken);
                }
            }
        }
    }

    private void follow(Map<Touches.Key, List<Stretch>> taken) throws InterruptedException {
        TreeMap<Task, List<Stretch>> tasks = new TreeMap<>();
        taken.forEach((key, stretches) -> registry.find(key.device())
                .ifPresent(device -> stretches.forEach(one -> plan(device, key.property(), one, tasks))));
        OthersRead read = new OthersRead(readings);
        for (Map.Entry<Task, List<Stretch>> task : tasks.entrySet()) {
            for (Stretch stretch : task.getValue()) {
                run(task.getKey(), stretch, read);
            }
        }
    }

    /** One derived series of one device; those that others take come first. */
    private record Task(int place, Derivation derivation, KnownDevice device) implements Comparable<Task> {
        @Override
        public int compareTo(Task other) {
            int byPlace = Integer.compare(place, other.place);
            return byPlace == 0 ? Integer.compare(device.id(), other.device.id()) : byPlace;
        }
    }

    private void plan(KnownDevice device, String property, Stretch stretch, Map<Task, List<Stretch>> tasks) {
        SeriesName source = new SeriesName(device.product().id(), property);
        for (Derivation one : plans.dependents(source)) {
            if (one.product().equals(source.product())) {
                OptionalLong reach = one.reach(property);
                reach.ifPresent(micros -> add(one, device, stretch, micros, tasks));
            }
            for (OtherInput input : one.others()) {
                if (input.product().equals(source.product()) && input.property().equals(property)) {
                    others.hosts(input, one.product(), device)
                            .forEach(host -> add(one, host, stretch, input.micros(), tasks));
                }
            }
        }
    }

    private void add(
            Derivation derivation, KnownDevice device, Stretch stretch, long reach, Map<Task, List<Stretch>> tasks) {
        int place = plans.place(derivation);
        // One that was worded anew meanwhile is worked out over all its history.
        if (place >= 0) {
            Stretch.add(
                    tasks.computeIfAbsent(new Task(place, derivation, device), one -> new ArrayList<>()),
                    Stretch.of(stretch.low(), stretch.high() + reach));
        }
    }

    private void run(Task task, Stretch stretch, OthersRead read) throws InterruptedException {
        for (long low = stretch.low(); low <= stretch.high(); low += DAY) {
            recomputation.run(task.derivation(), task.device(), low, Math.min(stretch.high(), low + DAY - 1), read);
        }
    }
}
