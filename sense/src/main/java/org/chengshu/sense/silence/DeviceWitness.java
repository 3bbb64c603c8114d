package org.chengshu.sense.silence;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.chengshu.core.spi.Witness;
import org.chengshu.core.spi.WitnessSource;
import org.chengshu.sense.Device;
import org.chengshu.sense.device.DeviceRegistry;
import org.chengshu.sense.device.KnownDevice;
import org.chengshu.sense.state.DeviceStates;
import org.chengshu.sense.store.ReadingStore;
import org.springframework.stereotype.Component;

/** Tells when a device was last heard, for those who wait for its word. */
@Component
final class DeviceWitness implements WitnessSource {
    private static final int MOST_SIGNS = 1_000_000;

    private final DeviceRegistry registry;
    private final DeviceStates states;
    private final ReadingStore readings;

    DeviceWitness(DeviceRegistry registry, DeviceStates states, ReadingStore readings) {
        this.registry = registry;
        this.states = states;
        this.readings = readings;
    }

    @Override
    public String subjectKind() {
        return Device.KIND;
    }

    @Override
    public Optional<Witness> find(String subjectId) {
        return registry.find(subjectId)
                .map(device -> new Witness(
                        states.lastHeard(device.id()), device.product().maxSilence()));
    }

    @Override
    public Optional<Instant> heardThroughout(String subjectId, Instant from, Instant to) {
        return registry.find(subjectId).flatMap(device -> device.product()
                .maxSilence()
                .flatMap(longest -> lastSign(signs(device, from.minus(longest), to), from, to, longest)));
    }

    private NavigableSet<Instant> signs(KnownDevice device, Instant from, Instant to) {
        TreeSet<Instant> signs = new TreeSet<>();
        Instant after = to.truncatedTo(ChronoUnit.MICROS).plus(1, ChronoUnit.MICROS);
        device.series().values().forEach(series -> readings.points(series.id(), from, after, MOST_SIGNS)
                .forEach(point -> signs.add(point.time())));
        return signs;
    }

    /** The last sign, if there was one by the start and no pause up to the end was too long. */
    static Optional<Instant> lastSign(NavigableSet<Instant> signs, Instant from, Instant to, Duration longest) {
        if (signs.isEmpty() || signs.first().isAfter(from)) {
            return Optional.empty();
        }
        Instant before = signs.first();
        for (Instant sign : signs) {
            if (Duration.between(before, sign).compareTo(longest) > 0) {
                return Optional.empty();
            }
            before = sign;
        }
        return Duration.between(before, to).compareTo(longest) > 0 ? Optional.empty() : Optional.of(before);
    }
}
