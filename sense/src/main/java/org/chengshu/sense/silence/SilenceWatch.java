package org.chengshu.sense.silence;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.chengshu.alarm.Alarms;
import org.chengshu.core.db.Transactions;
import org.chengshu.sense.Products;
import org.chengshu.sense.device.DeviceRegistry;
import org.chengshu.sense.device.KnownDevice;
import org.chengshu.sense.intake.Signals;
import org.chengshu.sense.state.DeviceLocks;
import org.chengshu.sense.state.DeviceStates;
import org.springframework.stereotype.Component;

/**
 * Raises an alarm when a device has not been heard for longer than its product allows, on arrival time. The time before
 * this node's start does not count, because the platform itself may have been deaf. The intake clears the alarm.
 */
@Component
final class SilenceWatch {
    private final Transactions transactions;
    private final Products products;
    private final DeviceRegistry registry;
    private final DeviceStates states;
    private final DeviceLocks locks;
    private final Alarms alarms;
    private final Clock clock;
    private final Instant start;

    SilenceWatch(
            Transactions transactions,
            Products products,
            DeviceRegistry registry,
            DeviceStates states,
            DeviceLocks locks,
            Alarms alarms,
            Clock clock) {
        this.transactions = transactions;
        this.products = products;
        this.registry = registry;
        this.states = states;
        this.locks = locks;
        this.alarms = alarms;
        this.clock = clock;
        this.start = clock.instant();
    }

    void look() {
        Instant now = clock.instant();
        BitSet quiet = quiet(now);
        if (quiet.isEmpty()) {
            return;
        }
        try (DeviceLocks.Held _ = locks.take(quiet)) {
            raise(quiet, now);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private BitSet quiet(Instant now) {
        BitSet quiet = new BitSet();
        shortest()
                .ifPresent(shortest -> states.forEachQuiet(now, shortest, (device, heard) -> {
                    if (registry.find(device)
                            .filter(known -> isTooQuiet(known, heard, now))
                            .isPresent()) {
                        quiet.set(device);
                    }
                }));
        return quiet;
    }

    private Optional<Duration> shortest() {
        return products.list().stream()
                .flatMap(product -> product.maxSilence().stream())
                .min(Duration::compareTo);
    }

    private boolean isTooQuiet(KnownDevice device, Instant heard, Instant now) {
        Instant counted = heard.isBefore(start) ? start : heard;
        return device.lifecycle().judged()
                && device.product()
                        .maxSilence()
                        .filter(longest -> counted.plus(longest).isBefore(now))
                        .isPresent();
    }

    /** Some may have been heard while we waited for them, or by another node. */
    private void raise(BitSet devices, Instant now) {
        states.learnHeard(devices);
        BitSet still = new BitSet();
        devices.stream()
                .filter(device -> !states.silent(device) && isStillQuiet(device, now))
                .forEach(still::set);
        if (still.isEmpty()) {
            return;
        }
        List<KnownDevice> known = still.stream()
                .boxed()
                .flatMap(device -> registry.find(device).stream())
                .toList();
        transactions.run(() -> {
            states.fallSilent(still, now);
            alarms.raiseAll(known.stream()
                    .map(device -> Signals.silence(device, lastHeard(device), now))
                    .toList());
        });
        states.nowSilent(still);
    }

    private boolean isStillQuiet(int device, Instant now) {
        return registry.find(device)
                .filter(known -> isTooQuiet(known, lastHeard(known), now))
                .isPresent();
    }

    private Instant lastHeard(KnownDevice device) {
        return states.lastHeard(device.id()).orElseThrow();
    }
}
