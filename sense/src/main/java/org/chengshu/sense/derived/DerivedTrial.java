package org.chengshu.sense.derived;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.chengshu.formula.FormulaFault;
import org.chengshu.kernel.Fault;
import org.chengshu.sense.Product;
import org.chengshu.sense.Products;
import org.chengshu.sense.SenseError;
import org.chengshu.sense.codec.Micros;
import org.chengshu.sense.derived.reckon.Derivation;
import org.chengshu.sense.device.DeviceRegistry;
import org.chengshu.sense.device.KnownDevice;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Works a derived series of one device out as it would be with another formula, over what is stored; changes nothing. */
@Component
final class DerivedTrial {
    private static final Duration LONGEST = Duration.ofDays(31);
    private static final int MOST_ITEMS = 10_000;

    private final Recomputation recomputation;
    private final DeviceRegistry registry;
    private final Products products;

    DerivedTrial(Recomputation recomputation, DeviceRegistry registry, Products products) {
        this.recomputation = recomputation;
        this.registry = registry;
        this.products = products;
    }

    /** What is asked: a device, a stretch of time, and the formula if it is another. */
    record Order(String device, Instant from, Instant to, Optional<String> formula) {
        Order {
            if (device == null || from == null || to == null) {
                throw new Fault(SenseError.TRIAL_FAULTY, "a trial needs device, from and to");
            }
            if (!from.isBefore(to) || Duration.between(from, to).compareTo(LONGEST) > 0) {
                throw new Fault(SenseError.TRIAL_FAULTY, "from is before to, at most " + LONGEST.toDays() + " days");
            }
            formula = formula == null ? Optional.empty() : formula;
        }
    }

    record Item(Instant time, double value) {}

    /**
     * What it would be.
     *
     * @param values how many there would be
     * @param differing how many stored values would be others, new or gone
     * @param items the last {@value #MOST_ITEMS}
     */
    record Outcome(int values, int differing, List<Item> items) {}

    Outcome of(JsonNode wording, Order order) {
        Product product = products.get(wording.get("product").stringValue());
        Derivation derivation = compile(wording, order, product);
        KnownDevice device = registry.find(order.device())
                .filter(one -> one.product().id().equals(product.id()))
                .orElseThrow(() -> new Fault(
                        SenseError.TRIAL_FAULTY,
                        "there is no device " + order.device() + " of product " + product.id()));
        Recomputation.Would would =
                recomputation.would(derivation, device, Micros.of(order.from()), Micros.of(order.to()) - 1);
        return new Outcome(would.values().size(), would.differing(), items(would.values()));
    }

    private static Derivation compile(JsonNode wording, Order order, Product product) {
        ObjectNode worded = (ObjectNode) wording.deepCopy();
        order.formula().ifPresent(formula -> worded.put("formula", formula));
        try {
            Derivation derivation = DerivedPlans.compile(worded, product);
            if (derivation.sources().isEmpty()) {
                throw new Fault(
                        SenseError.TRIAL_FAULTY, "the formula takes no property and no window of the device itself");
            }
            return derivation;
        } catch (FormulaFault e) {
            List<String> faults = new ArrayList<>();
            e.problems().forEach(problem -> faults.add(problem.message().en()));
            throw new Fault(SenseError.TRIAL_FAULTY, "formula: " + String.join("; ", faults), e);
        }
    }

    private static List<Item> items(SortedMap<Long, Double> values) {
        return values.entrySet().stream()
                .skip(Math.max(0, values.size() - MOST_ITEMS))
                .map(DerivedTrial::item)
                .toList();
    }

    private static Item item(Map.Entry<Long, Double> entry) {
        return new Item(Micros.instant(entry.getKey()), entry.getValue());
    }
}
