package org.chengshu.sense.derived;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.chengshu.kernel.Fault;
import org.chengshu.sense.SenseError;
import org.chengshu.sense.codec.Columns;
import org.chengshu.sense.codec.Micros;
import org.chengshu.sense.derived.reckon.Derivation;
import org.chengshu.sense.derived.reckon.OtherInput;
import org.chengshu.sense.derived.reckon.Reckoning;
import org.chengshu.sense.device.KnownDevice;
import org.chengshu.sense.device.SeriesRef;
import org.chengshu.sense.state.DeviceLocks;
import org.chengshu.sense.store.ReadingStore;
import org.springframework.stereotype.Component;

/**
 * Works a stretch of a derived series out from what is stored and puts it in the place of what was there. Where readings
 * that it takes were dropped because they are no longer kept, the values that are there stay. Nothing of it is judged.
 */
@Component
final class Recomputation {
    private static final long HOUR = 3_600_000_000L;
    private static final long MOST_ON_TRIAL = 500_000;

    private final Derivations derivations;
    private final DerivedPlans plans;
    private final OtherDevices others;
    private final Touches touches;
    private final ReadingStore readings;
    private final DeviceLocks locks;

    Recomputation(
            Derivations derivations,
            DerivedPlans plans,
            OtherDevices others,
            Touches touches,
            ReadingStore readings,
            DeviceLocks locks) {
        this.derivations = derivations;
        this.plans = plans;
        this.others = others;
        this.touches = touches;
        this.readings = readings;
        this.locks = locks;
    }

    /** Works out [low, high] (epoch microseconds); answers how many values are others now. */
    int run(Derivation derivation, KnownDevice device, long low, long high, OthersRead read)
            throws InterruptedException {
        SeriesRef target = device.series().get(derivation.property());
        if (target == null) {
            return 0;
        }
        BitSet one = new BitSet();
        one.set(device.id());
        try (DeviceLocks.Held _ = locks.take(one)) {
            derivations.forget(device.id());
            Map<String, List<Integer>> asked = asked(derivation, device);
            long from = Math.max(low, floor(derivation, device, target, asked));
            if (from > high) {
                return 0;
            }
            return amend(derivation, device, target, from, high, others(derivation, asked, from, high, read));
        }
    }

    private Map<String, List<Integer>> asked(Derivation derivation, KnownDevice host) {
        Map<String, List<Integer>> asked = new HashMap<>();
        for (OtherInput input : derivation.others()) {
            List<Integer> series = new ArrayList<>();
            for (KnownDevice device : others.of(input, host)) {
                int place = device.placeOf(input.property());
                if (place >= 0) {
                    series.add(device.seriesAt(place));
                }
            }
            asked.put(input.name(), series);
        }
        return asked;
    }

    /** The first time for which all is kept that it takes; on a whole hour, so that no hour is counted from a part of it. */
    private long floor(Derivation derivation, KnownDevice device, SeriesRef target, Map<String, List<Integer>> asked) {
        Set<Integer> inputs = new HashSet<>();
        derivation.sources().stream()
                .map(device::placeOf)
                .filter(place -> place >= 0)
                .forEach(place -> inputs.add(device.seriesAt(place)));
        asked.values().forEach(inputs::addAll);
        long kept = readings.droppedUntil(inputs);
        long own = readings.droppedUntil(Set.of(target.id()));
        long needed = kept == Long.MIN_VALUE ? kept : kept + derivation.longestReach();
        long floor = Math.max(needed, own);
        return floor == Long.MIN_VALUE ? floor : Math.ceilDiv(floor + 1, HOUR) * HOUR;
    }

    private Map<String, List<Columns>> others(
            Derivation derivation, Map<String, List<Integer>> asked, long low, long high, OthersRead read) {
        Map<String, List<Columns>> found = new HashMap<>();
        derivation
                .others()
                .forEach(
                        input -> found.put(input.name(), read.of(asked.get(input.name()), low - input.micros(), high)));
        return found;
    }

    /**
     * What it would be.
     *
     * @param differing how many stored values would be others, new or gone
     */
    record Would(SortedMap<Long, Double> values, int differing) {}

    /** What it would be over [low, high] by what is stored, without putting it anywhere. */
    Would would(Derivation derivation, KnownDevice device, long low, long high) {
        SeriesRef target = device.series().get(derivation.property());
        Map<String, List<Integer>> asked = asked(derivation, device);
        checkSize(derivation, device, asked, low, high);
        SortedMap<Long, Double> wanted =
                wanted(derivation, device, low, high, others(derivation, asked, low, high, new OthersRead(readings)));
        int differing = target == null
                ? 0
                : difference(target, low, high, new TreeMap<>(wanted)).size();
        return new Would(wanted, differing);
    }

    private void checkSize(
            Derivation derivation, KnownDevice device, Map<String, List<Integer>> asked, long low, long high) {
        Set<Integer> series = new HashSet<>();
        asked.values().forEach(series::addAll);
        derivation.sources().stream()
                .map(device::placeOf)
                .filter(place -> place >= 0)
                .forEach(place -> series.add(device.seriesAt(place)));
        long many = 0;
        for (int one : series) {
            many += readings.count(one, Micros.instant(low), Micros.instant(high + 1));
            if (many > MOST_ON_TRIAL) {
                throw new Fault(
                        SenseError.TRIAL_FAULTY,
                        "that takes more than " + MOST_ON_TRIAL + " readings; ask for a shorter time");
            }
        }
    }

    private SortedMap<Long, Double> wanted(
            Derivation derivation, KnownDevice device, long low, long high, Map<String, List<Columns>> read) {
        SortedMap<Long, Double> wanted =
                new Reckoning(derivation, own(derivation, device, low, high), read).of(low, high);
        wanted.values().removeIf(number -> Derivations.inRange(
                        device.product(), derivation.property(), OptionalDouble.of(number))
                .isEmpty());
        return wanted;
    }

    private int amend(
            Derivation derivation,
            KnownDevice device,
            SeriesRef target,
            long low,
            long high,
            Map<String, List<Columns>> read) {
        ReadingStore.Amendment amendment = difference(target, low, high, wanted(derivation, device, low, high, read));
        if (!amendment.isEmpty()) {
            Touched touched = touches.begin();
            if (!plans.dependents(derivation.target()).isEmpty()) {
                touched.add(device.id(), derivation.property(), amendment.first(), amendment.last());
            }
            List<Touch> kept = new ArrayList<>();
            readings.amend(amendment, () -> kept.addAll(touches.keep(touched)));
            touches.announce(kept);
        }
        return amendment.size();
    }

    private Map<String, Columns> own(Derivation derivation, KnownDevice device, long low, long high) {
        Map<Integer, String> names = new HashMap<>();
        derivation.sources().forEach(source -> {
            int place = device.placeOf(source);
            if (place >= 0) {
                names.put(device.seriesAt(place), source);
            }
        });
        Map<String, Columns> own = new HashMap<>();
        readings.scan(names.keySet(), Micros.instant(low - derivation.longestReach()), Micros.instant(high + 1))
                .forEach((series, points) -> own.put(names.get(series), points));
        return own;
    }

    /** Takes out of what is wanted what is there already. */
    private ReadingStore.Amendment difference(SeriesRef target, long low, long high, SortedMap<Long, Double> wanted) {
        int series = target.id();
        Columns there = readings.scan(List.of(series), Micros.instant(low), Micros.instant(high + 1))
                .get(series);
        Set<Long> gone = new HashSet<>();
        for (int at = 0; at < there.size(); at++) {
            long time = there.micros(at);
            Double number = wanted.get(time);
            if (number == null) {
                gone.add(time);
            } else if (Double.compare(number, there.number(at)) == 0) {
                wanted.remove(time);
            }
        }
        Columns put = new Columns(Math.max(1, wanted.size()));
        wanted.forEach(put::addNumber);
        return new ReadingStore.Amendment(series, put, gone);
    }
}
