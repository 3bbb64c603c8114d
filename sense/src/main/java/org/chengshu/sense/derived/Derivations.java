package org.chengshu.sense.derived;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.chengshu.core.db.Transactions;
import org.chengshu.formula.FormulaFault;
import org.chengshu.sense.Product;
import org.chengshu.sense.Products;
import org.chengshu.sense.Property;
import org.chengshu.sense.codec.Micros;
import org.chengshu.sense.device.KnownDevice;
import org.chengshu.sense.device.SeriesRef;
import org.chengshu.sense.store.Point;
import org.chengshu.sense.store.ReadingStore;
import org.chengshu.wire.Observation;
import org.chengshu.wire.Value;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Works out the derived values of an observation as it is taken in, so that they are stored and judged with it. Whoever
 * calls {@link #with} holds the device. Values that windows need are read from the store once and kept in memory.
 */
@Component
public final class Derivations {
    private static final Logger LOG = LoggerFactory.getLogger(Derivations.class);
    private static final int MOST_POINTS = 20_000;

    private final DerivedStore store;
    private final Products products;
    private final ReadingStore readings;
    private final Transactions transactions;
    private final Map<Key, Past> pasts = new ConcurrentHashMap<>();
    private volatile Map<String, List<Derivation>> byProduct = Map.of();
    private volatile Map<String, Set<String>> targets = Map.of();

    Derivations(DerivedStore store, Products products, ReadingStore readings, Transactions transactions) {
        this.store = store;
        this.products = products;
        this.readings = readings;
        this.transactions = transactions;
        reload();
    }

    private record Key(int device, String property) {}

    /** The properties of a product that the platform works out, and that no device may report. */
    public Set<String> targets(Product product) {
        return targets.getOrDefault(product.id(), Set.of());
    }

    /** The observation with its derived values; the same one when there are none. */
    public Observation with(KnownDevice device, Observation seen) {
        List<Derivation> derivations = of(device.product());
        if (derivations.isEmpty()) {
            return seen;
        }
        Map<String, Value> values = new TreeMap<>();
        for (Derivation one : derivations) {
            derive(one, device, seen).ifPresent(number -> values.put(one.property(), Value.of(number)));
        }
        if (values.isEmpty()) {
            return seen;
        }
        seen.forEach(values::put);
        return Observation.of(seen.time(), values);
    }

    List<Derivation> of(Product product) {
        return byProduct.getOrDefault(product.id(), List.of());
    }

    private OptionalDouble derive(Derivation derivation, KnownDevice device, Observation seen) {
        long micros = Micros.of(seen.time());
        OptionalDouble number = derivation.of(seen, window -> window.of(values(window, device, seen, micros)));
        return inRange(device.product(), derivation.property(), number);
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

    private NavigableMap<Long, Double> values(Window window, KnownDevice device, Observation seen, long micros) {
        long longest = longest(device.product(), window.property());
        Past past = pasts.computeIfAbsent(
                new Key(device.id(), window.property()), key -> load(device, window.property(), micros, longest));
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
        return of(product).stream()
                .flatMap(one -> one.windows().stream())
                .filter(window -> window.property().equals(property))
                .mapToLong(Window::micros)
                .max()
                .orElse(0);
    }

    void reloadAfterCommit() {
        transactions.afterCommit(this::reload);
    }

    private void reload() {
        Map<String, List<Derivation>> derivations = new HashMap<>();
        Map<String, Set<String>> properties = new HashMap<>();
        for (JsonNode json : store.all()) {
            products.find(json.get("product").stringValue()).ifPresent(product -> {
                try {
                    Derivation one = compile(json, product);
                    derivations
                            .computeIfAbsent(product.id(), id -> new ArrayList<>())
                            .add(one);
                    properties
                            .computeIfAbsent(product.id(), id -> new HashSet<>())
                            .add(one.property());
                } catch (FormulaFault e) {
                    LOG.warn("derived series {} rests: {}", json.get("id"), e.getMessage());
                }
            });
        }
        byProduct = derivations;
        targets = properties;
        pasts.clear();
    }

    static Derivation compile(JsonNode json, Product product) {
        return DerivedCompiler.compile(
                json, product.properties().stream().collect(Collectors.toMap(Property::id, Property::type)));
    }
}
