package org.chengshu.sense.rulebook;

import java.util.List;
import java.util.Optional;
import org.chengshu.core.access.Access;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.http.CursorPage;
import org.chengshu.kernel.Fault;
import org.chengshu.sense.SenseError;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/sense/v1/rules")
final class RuleController {
    private final RuleStore store;
    private final RuleBook book;
    private final Transactions transactions;

    RuleController(RuleStore store, RuleBook book, Transactions transactions) {
        this.store = store;
        this.book = book;
        this.transactions = transactions;
    }

    @GetMapping
    @Access(
            value = "sense:read",
            audit = Access.NOT_AUDITED,
            reach = Access.Reach.NONE,
            why = "rules are the same for all devices of a product")
    CursorPage<RuleView> list(
            @RequestParam("product") Optional<String> product, @RequestParam("enabled") Optional<Boolean> enabled) {
        List<RuleView> rules = store.all().stream()
                .filter(rule -> product.isEmpty() || rule.product().equals(product.get()))
                .filter(rule -> enabled.isEmpty() || rule.isEnabled() == enabled.get())
                .map(RuleView::of)
                .toList();
        return new CursorPage<>(rules, Optional.empty());
    }

    @GetMapping("/{id}")
    @Access(
            value = "sense:read",
            audit = Access.NOT_AUDITED,
            reach = Access.Reach.NONE,
            why = "rules are the same for all devices of a product")
    RuleView get(@PathVariable("id") String id) {
        return find(id);
    }

    /** Switches a rule on or off, whatever its pack says; off, its open alarms clear at the next sign of their devices. */
    @PutMapping("/{id}/enabled")
    @Access(value = "sense:manage", audit = "rule.switched", reach = Access.Reach.CITY)
    RuleView turn(@PathVariable("id") String id, @RequestBody Switch to, Viewer viewer) {
        return transactions.call(() -> {
            find(id);
            store.turn(id, to.enabled(), viewer.name());
            book.reloadAfterCommit();
            return find(id);
        });
    }

    record Switch(boolean enabled) {}

    private RuleView find(String id) {
        return store.all().stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .map(RuleView::of)
                .orElseThrow(() -> new Fault(SenseError.RULE_NOT_FOUND, "there is no rule " + id));
    }
}
