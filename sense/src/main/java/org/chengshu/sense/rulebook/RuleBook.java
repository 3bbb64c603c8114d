package org.chengshu.sense.rulebook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengshu.core.db.Transactions;
import org.chengshu.formula.FormulaFault;
import org.chengshu.sense.Product;
import org.chengshu.sense.Products;
import org.chengshu.sense.rules.Rule;
import org.chengshu.sense.rules.RuleMachine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The rules of each product, compiled, as of the last pack applied. */
@Component
public final class RuleBook {
    private static final Logger LOG = LoggerFactory.getLogger(RuleBook.class);

    private final RuleStore store;
    private final Products products;
    private final Transactions transactions;
    private volatile Map<String, List<Rule>> rules = Map.of();
    private volatile Map<String, RuleMachine> machines = Map.of();

    RuleBook(RuleStore store, Products products, Transactions transactions) {
        this.store = store;
        this.products = products;
        this.transactions = transactions;
        reload();
    }

    public RuleMachine machine(Product product) {
        RuleMachine machine = machines.get(product.id());
        return machine != null ? machine : new RuleMachine(List.of(), product.maxSilence());
    }

    public List<Rule> rules(String product) {
        return rules.getOrDefault(product, List.of());
    }

    void reloadAfterCommit() {
        transactions.afterCommit(this::reload);
    }

    private void reload() {
        Map<String, List<Rule>> byProduct = new HashMap<>();
        for (StoredRule stored : store.all()) {
            products.find(stored.product())
                    .flatMap(product -> compiled(stored, product))
                    .ifPresent(rule -> byProduct
                            .computeIfAbsent(stored.product(), id -> new ArrayList<>())
                            .add(rule));
        }
        Map<String, RuleMachine> ready = new HashMap<>();
        byProduct.forEach((product, list) ->
                ready.put(product, new RuleMachine(list, products.get(product).maxSilence())));
        rules = byProduct;
        machines = ready;
    }

    /** A pack that changes a product under another pack's rule must not stop the platform. */
    private static Optional<Rule> compiled(StoredRule stored, Product product) {
        try {
            return Optional.of(RuleCompiler.compile(stored.body(), product));
        } catch (FormulaFault e) {
            LOG.warn("rule {} rests: {}", stored.id(), e.getMessage());
            return Optional.empty();
        }
    }
}
