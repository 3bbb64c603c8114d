package org.chengshu.sense.derived;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.chengshu.core.db.RoundTrip;
import org.chengshu.sense.Product;
import org.chengshu.sense.codec.Micros;
import org.chengshu.sense.derived.reckon.Derivation;
import org.chengshu.sense.derived.reckon.OtherInput;
import org.chengshu.sense.derived.reckon.Past;
import org.chengshu.sense.derived.reckon.Window;
import org.chengshu.sense.device.KnownDevice;
import org.chengshu.sense.device.SeriesRef;
import org.chengshu.sense.store.Point;
import org.chengshu.sense.store.ReadingRows;
import org.chengshu.sense.store.ReadingStore;
import org.chengshu.wire.Observation;
import org.chengshu.wire.Value;
import org.springframework.stereotype.Component;

/**
 * Works out the derived values of an observation as it is taken in, so that they are stored and judged with it, and notes
 * what has to be worked out anew because it came late or because others take it. Whoever calls {@link #work} holds the
 * device. Values that windows need are read from the store once and kept in memory; of other devices only their latest
 * values are asked, so that the intake never waits for the database on their account.
 */
@Component
public final class Derivations {
    private static final int MOST_POINTS = 20_000;

    private final DerivedPlans plans;
    private final OtherDevices others;
    private final Touches touches;
    private final ReadingStore readings;
    private final Map<Integer, Map<String, Past>> pasts = new ConcurrentHashMap<>();

    Derivations(DerivedPlans plans, OtherDevices others, Touches touches, ReadingStore readings) {
        this.plans = plans;
        this.others = others;
        this.touches = touches;
        this.readings = readings;
    }

    /**
     * An observation with its derived values.
     *
     * @param doubtful whether a value could not be told for certain from what is at hand
     */
    public record Worked(Observation whole, boolean doubtful) {}

    /** What a batch has touched, kept with it; to be announced once it is committed and can be read. */
    public record Kept(List<Touch> touches) {}

    /** The properties of a product that the platform works out, and that no device may report. */
    public Set<String> targets(Product product) {
        return plans.of(product.id()).targets();
    }

    /** Whether readings of a product bear on derived series at all. */
    public boolean concern(Product product) {
        DerivedPlans.Plan plan = plans.of(product.id());
        return !plan.derivations().isEmpty() || !plan.lent().isEmpty();
    }

    /** The observation with its derived values; the same one when there are none. */
    public Worked work(KnownDevice device, Observation seen) {
        List<Derivation> derivations = plans.of(device.product().id()).derivations();
        Observation whole = seen;
        boolean[] doubtful = new boolean[1];
        for (Derivation one : derivations) {
            OptionalDouble number = inRange(device.product(), one.property(), derive(one, device, whole, doubtful));
            if (number.isPresent()) {
                Map<String, Value> values = new TreeMap<>();
                whole.forEach(values::put);
                values.put(one.property(), Value.of(number.getAsDouble()));
                whole = Observation.of(seen.time(), values);
            }
        }
        return new Worked(whole, doubtful[0]);
    }

    private OptionalDouble derive(Derivation derivation, KnownDevice device, Observation seen, boolean[] doubtful) {
        long micros = Micros.of(seen.time());
        return derivation.of(seen, window -> window.of(values(window, device, seen, micros)), other -> {
            Optional<List<Double>> values = latest(other, device, seen, micros);
            doubtful[0] |= values.isEmpty();
            return values.map(other::of).orElse(OptionalDouble.empty());
        });
    }

    static OptionalDouble inRange(Product product, String property, OptionalDouble number) {
        boolean fits = number.isPresent()
                && product.find(property)
                        .map(known -> known.range()
                                .map(range -> range.holds(number.getAsDouble()))
                                .orElse(true))
                        .orElse(false);
        return fits ? number : OptionalDouble.empty();
    }

    /** Nothing when one of them has a newer value than is asked for, so that only the store could tell. */
    private Optional<List<Double>> latest(OtherInput input, KnownDevice host, Observation seen, long micros) {
        List<Integer> series = new ArrayList<>();
        Map<Integer, Double> known = new HashMap<>();
        for (KnownDevice device : others.of(input, host)) {
            int place = device.placeOf(input.property());
            if (place < 0) {
                continue;
            }
            series.add(device.seriesAt(place));
            if (device.id() == host.id()) {
                seen.find(input.property()).ifPresent(value -> put(known, device.seriesAt(place), value));
            }
        }
        for (Map.Entry<Integer, Point> one : readings.latest(series).entrySet()) {
            long time = Micros.of(one.getValue().time());
            if (known.containsKey(one.getKey())) {
                continue;
            }
            if (time > micros) {
                return Optional.empty();
            }
            if (time > micros - input.micros()) {
                put(known, one.getKey(), one.getValue().value());
            }
        }
        return Optional.of(
                series.stream().filter(known::containsKey).map(known::get).toList());
    }

    private static void put(Map<Integer, Double> known, int series, Value value) {
        if (value instanceof Value.Num(double number)) {
            known.put(series, number);
        }
    }

    private NavigableMap<Long, Double> values(Window window, KnownDevice device, Observation seen, long micros) {
        long longest = longest(device.product(), window.property());
        Past past = pasts.computeIfAbsent(device.id(), id -> new ConcurrentHashMap<>())
                .computeIfAbsent(window.property(), property -> load(device, property, micros, longest));
        boolean reaches = past.reaches(micros, window.micros());
        if (reaches) {
            seen.find(window.property()).ifPresent(value -> put(past, micros, value, longest));
            return past.within(micros, window.micros());
        }
        // A late observation from before what is kept: its window is read from the store.
        Past late = load(device, window.property(), micros, window.micros());
        seen.find(window.property()).ifPresent(value -> put(late, micros, value, window.micros()));
        return late.within(micros, window.micros());
    }

    private static void put(Past past, long micros, Value value, long longest) {
        if (value instanceof Value.Num(double number)) {
            past.put(micros, number, longest);
        }
    }

    private Past load(KnownDevice device, String property, long micros, long longest) {
        Past past = new Past();
        SeriesRef series = device.series().get(property);
        if (series != null) {
            List<Point> points =
                    readings.points(series.id(), Micros.instant(micros - longest), Micros.instant(micros), MOST_POINTS);
            points.forEach(point -> put(past, Micros.of(point.time()), point.value(), longest));
        }
        return past;
    }

    private long longest(Product product, String property) {
        return plans.of(product.id()).derivations().stream()
                .flatMap(one -> one.windows().stream())
                .filter(window -> window.property().equals(property))
                .mapToLong(Window::micros)
                .max()
                .orElse(0);
    }

    /** Forgets what was kept in memory of a device, because other readings are stored now. The caller holds it. */
    void forget(int device) {
        pasts.remove(device);
    }

    /** The same for those of a batch that was not written. */
    public void forget(BitSet devices) {
        if (!pasts.isEmpty()) {
            devices.stream().forEach(pasts::remove);
        }
    }

    void forgetAll() {
        pasts.clear();
    }

    /** What a batch touches, to be filled. */
    public Touched begin() {
        return touches.begin();
    }

    /** Notes what an observation bears on that is not worked out with it. The caller holds the device. */
    public void touch(KnownDevice device, Worked worked, boolean late, Touched touched) {
        DerivedPlans.Plan plan = plans.of(device.product().id());
        long micros = Micros.of(worked.whole().time());
        // What another device said while this was on its way to the store has been worked in before this could be read.
        boolean own = late || worked.doubtful() || plan.asksOthers() || isBehind(device, plan, micros);
        worked.whole().forEach((property, value) -> {
            if (plan.lent().contains(property) || (own && plan.sources().contains(property))) {
                touched.add(device.id(), property, micros, micros);
            }
        });
    }

    /** Whether newer readings are stored, as by an import. */
    private boolean isBehind(KnownDevice device, DerivedPlans.Plan plan, long micros) {
        List<Integer> series = plan.sources().stream()
                .map(device::placeOf)
                .filter(place -> place >= 0)
                .map(device::seriesAt)
                .toList();
        return readings.latest(series).values().stream().anyMatch(point -> Micros.of(point.time()) >= micros);
    }

    /** Notes what rows bear on that were stored beside the intake. */
    public void touch(Collection<KnownDevice> devices, ReadingRows rows, Touched touched) {
        Map<Integer, Touch> series = new HashMap<>();
        for (KnownDevice device : devices) {
            bearing(device).forEach(property -> {
                int place = device.placeOf(property);
                if (place >= 0) {
                    series.put(device.seriesAt(place), new Touch(0, device.id(), property, 0, 0));
                }
            });
        }
        for (int row = 0; row < rows.size() && !series.isEmpty(); row++) {
            Touch whose = series.get(rows.series(row));
            if (whose != null) {
                touched.add(whose.device(), whose.property(), rows.micros(row), rows.micros(row));
            }
        }
    }

    /**
     * Takes readings of [from, to) away, of some properties or of all, and has worked out anew what rests on them; outside
     * any transaction.
     */
    public long erasing(
            KnownDevice device, Collection<String> properties, Instant from, Instant to, LongSupplier erasure) {
        Touched touched = begin();
        bearing(device).stream()
                .filter(one -> properties.isEmpty() || properties.contains(one))
                .forEach(one -> touched.add(device.id(), one, Micros.of(from), Micros.of(to)));
        Kept kept = keep(touched);
        long erased = erasure.getAsLong();
        announce(kept);
        return erased;
    }

    private List<String> bearing(KnownDevice device) {
        DerivedPlans.Plan plan = plans.of(device.product().id());
        List<String> properties = new ArrayList<>(plan.sources());
        plan.lent().stream().filter(one -> !plan.sources().contains(one)).forEach(properties::add);
        return properties;
    }

    public Kept keep(Touched touched, RoundTrip trip) {
        return new Kept(touched.isEmpty() ? List.of() : touches.keep(touched, trip));
    }

    /** In the caller's transaction. */
    public Kept keep(Touched touched) {
        return new Kept(touched.isEmpty() ? List.of() : touches.keep(touched));
    }

    public void announce(Kept kept) {
        if (!kept.touches().isEmpty()) {
            touches.announce(kept.touches());
        }
    }
}
