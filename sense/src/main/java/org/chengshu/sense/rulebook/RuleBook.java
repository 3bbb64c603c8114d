package org.chengshu.sense.rulebook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.settings.DaysOff;
import org.chengshu.core.settings.NodeSettings;
import org.chengshu.core.settings.Settings;
import org.chengshu.formula.FormulaFault;
import org.chengshu.sense.Product;
import org.chengshu.sense.Products;
import org.chengshu.sense.device.KnownDevice;
import org.chengshu.sense.rules.DeviceMemory;
import org.chengshu.sense.rules.Rule;
import org.chengshu.sense.rules.RuleMachine;
import org.chengshu.sense.rules.Step;
import org.chengshu.sense.rules.Usual;
import org.chengshu.wire.Observation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The rules that are switched on, compiled, as of the last pack applied or switch turned. */
@Component
public final class RuleBook {
    private static final Logger LOG = LoggerFactory.getLogger(RuleBook.class);

    private final RuleStore store;
    private final Products products;
    private final Transactions transactions;
    private final RuleCompiler.City city;
    private final UsualBook usuals;
    private volatile Edition edition = Edition.EMPTY;

    RuleBook(RuleStore store, Products products, Transactions transactions, UsualBook usuals, Settings settings) {
        this.store = store;
        this.products = products;
        this.transactions = transactions;
        this.usuals = usuals;
        this.city = new RuleCompiler.City(settings.get(NodeSettings.ZONE), DaysOff.of(settings));
        reload();
    }

    /** All rules of one moment. */
    private record Edition(
            Map<String, List<Rule>> rules,
            Map<String, RuleMachine> machines,
            List<AbsenceRule> absences,
            List<SharedRule> shared,
            long number) {
        private static final Edition EMPTY = new Edition(Map.of(), Map.of(), List.of(), List.of(), 0);
    }

    /** Judges an observation of a device, with all that its rules may ask. */
    public Step step(KnownDevice device, DeviceMemory memory, Observation seen) {
        RuleMachine machine = machine(device.product());
        Usual usual = machine.asksUsual() ? usuals.of(device, seen.time()) : Usual.UNKNOWN;
        return machine.step(memory, seen, usual, device.lifecycle().judged());
    }

    /** The rules that judge single devices. */
    public RuleMachine machine(Product product) {
        RuleMachine machine = edition.machines.get(product.id());
        return machine != null ? machine : new RuleMachine(List.of(), product.maxSilence());
    }

    public List<Rule> rules(String product) {
        return edition.rules.getOrDefault(product, List.of());
    }

    public List<AbsenceRule> absences() {
        return edition.absences;
    }

    public List<SharedRule> shared() {
        return edition.shared;
    }

    /** Another one after each change, for whoever prepares something for the rules. */
    public long stamp() {
        return edition.number;
    }

    /** A rule as its pack words it, also one that is switched off. */
    public Optional<JsonNode> words(String rule) {
        return store.all().stream()
                .filter(stored -> stored.id().equals(rule))
                .map(StoredRule::body)
                .findFirst();
    }

    /** A rule that judges single devices, out of a pack's words that need not be installed. */
    public Rule compile(JsonNode rule, Product product) {
        return RuleCompiler.compile(rule, product, city);
    }

    void reloadAfterCommit() {
        transactions.afterCommit(this::reload);
    }

    private synchronized void reload() {
        Map<String, List<Rule>> byProduct = new HashMap<>();
        List<AbsenceRule> absences = new ArrayList<>();
        List<SharedRule> shared = new ArrayList<>();
        for (StoredRule stored : store.all()) {
            Optional<Product> product = products.find(stored.product()).filter(known -> stored.isEnabled());
            product.ifPresent(known -> sort(stored, known, byProduct, absences, shared));
        }
        Map<String, RuleMachine> ready = new HashMap<>();
        for (Product product : products.list()) {
            List<Rule> rules = byProduct.getOrDefault(product.id(), List.of());
            ready.put(product.id(), new RuleMachine(rules, product.maxSilence()));
        }
        edition = new Edition(byProduct, ready, List.copyOf(absences), List.copyOf(shared), edition.number + 1);
    }

    /** A pack that changes a product under another pack's rule must not stop the platform. */
    private void sort(
            StoredRule stored,
            Product product,
            Map<String, List<Rule>> byProduct,
            List<AbsenceRule> absences,
            List<SharedRule> shared) {
        try {
            if (stored.isAbsence()) {
                absences.add(RuleCompiler.absence(stored.body()));
            } else if (stored.isShared()) {
                shared.add(RuleCompiler.shared(stored.body(), product, city));
            } else {
                byProduct.computeIfAbsent(product.id(), id -> new ArrayList<>()).add(compile(stored.body(), product));
            }
        } catch (FormulaFault e) {
            LOG.warn("rule {} rests: {}", stored.id(), e.getMessage());
        }
    }
}
