package org.chengshu.sense.derived;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.chengshu.core.db.Transactions;
import org.chengshu.formula.FormulaFault;
import org.chengshu.sense.Product;
import org.chengshu.sense.Products;
import org.chengshu.sense.Property;
import org.chengshu.sense.derived.reckon.Derivation;
import org.chengshu.sense.derived.reckon.DerivedCompiler;
import org.chengshu.sense.derived.reckon.DerivedGraph;
import org.chengshu.sense.derived.reckon.SeriesName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The derived series as they stand, compiled, each after those that it takes. Safe for many threads. */
@Component
final class DerivedPlans {
    private static final Logger LOG = LoggerFactory.getLogger(DerivedPlans.class);
    private static final Plan NONE = new Plan(List.of(), Set.of(), Set.of(), Set.of());

    private final DerivedStore store;
    private final Products products;
    private final Transactions transactions;
    private volatile Book book = new Book(List.of(), Map.of(), Map.of());

    DerivedPlans(DerivedStore store, Products products, Transactions transactions) {
        this.store = store;
        this.products = products;
        this.transactions = transactions;
        reload();
    }

    /**
     * What the intake has to know of a product.
     *
     * @param targets the properties that are worked out
     * @param sources the properties that its own derived series take
     * @param lent the properties that derived series take from its devices as from others
     */
    record Plan(List<Derivation> derivations, Set<String> targets, Set<String> sources, Set<String> lent) {
        boolean asksOthers() {
            return derivations.stream().anyMatch(one -> !one.others().isEmpty());
        }
    }

    private record Book(
            List<Derivation> order, Map<String, Plan> plans, Map<SeriesName, List<Derivation>> dependents) {}

    Plan of(String product) {
        return book.plans.getOrDefault(product, NONE);
    }

    /** The derived series that take this one, of their own device or of others. */
    List<Derivation> dependents(SeriesName source) {
        return book.dependents.getOrDefault(source, List.of());
    }

    /** Its place among all, after those that it takes; -1 when it is not there as it was any more. */
    int place(Derivation derivation) {
        return book.order.indexOf(derivation);
    }

    Derivation at(int place) {
        return book.order.get(place);
    }

    Optional<Derivation> find(String id) {
        return book.order.stream().filter(one -> one.id().equals(id)).findAny();
    }

    void reloadAfterCommit(Runnable then) {
        transactions.afterCommit(() -> {
            reload();
            then.run();
        });
    }

    private void reload() {
        List<Derivation> compiled = new ArrayList<>();
        DerivedGraph graph = new DerivedGraph();
        for (JsonNode json : store.all()) {
            products.find(json.get("product").stringValue()).ifPresent(product -> {
                try {
                    Derivation one = compile(json, product);
                    compiled.add(one);
                    graph.add(one.target(), one.takes());
                } catch (FormulaFault e) {
                    LOG.warn("derived series {} rests: {}", json.get("id"), e.getMessage());
                }
            });
        }
        List<SeriesName> order = graph.order();
        compiled.stream()
                .filter(one -> !order.contains(one.target()))
                .forEach(one -> LOG.warn("derived series {} rests: it takes what is made of it", one.id()));
        compiled.removeIf(one -> !order.contains(one.target()));
        compiled.sort(Comparator.comparingInt(one -> order.indexOf(one.target())));
        book = new Book(List.copyOf(compiled), plans(compiled), dependents(compiled));
    }

    private static Map<String, Plan> plans(List<Derivation> compiled) {
        Map<String, List<Derivation>> byProduct = compiled.stream().collect(Collectors.groupingBy(Derivation::product));
        Map<String, Set<String>> lent = new HashMap<>();
        compiled.forEach(
                one -> one.others().forEach(other -> lent.computeIfAbsent(other.product(), id -> new HashSet<>())
                        .add(other.property())));
        Set<String> concerned = new HashSet<>(byProduct.keySet());
        concerned.addAll(lent.keySet());
        Map<String, Plan> plans = new HashMap<>();
        concerned.forEach(product -> {
            List<Derivation> own = byProduct.getOrDefault(product, List.of());
            Set<String> sources = new HashSet<>();
            own.forEach(one -> sources.addAll(one.sources()));
            plans.put(
                    product,
                    new Plan(
                            own,
                            own.stream().map(Derivation::property).collect(Collectors.toSet()),
                            sources,
                            lent.getOrDefault(product, Set.of())));
        });
        return plans;
    }

    private static Map<SeriesName, List<Derivation>> dependents(List<Derivation> compiled) {
        Map<SeriesName, List<Derivation>> dependents = new HashMap<>();
        compiled.forEach(one -> one.takes().forEach(taken -> dependents
                .computeIfAbsent(taken, name -> new ArrayList<>())
                .add(one)));
        return dependents;
    }

    static Derivation compile(JsonNode json, Product product) {
        return DerivedCompiler.compile(
                json, product.properties().stream().collect(Collectors.toMap(Property::id, Property::type)));
    }
}
