package org.chengshu.sense.rulebook;

import java.util.List;
import java.util.Optional;
import org.chengshu.core.access.Access;
import org.chengshu.core.http.CursorPage;
import org.chengshu.kernel.Fault;
import org.chengshu.sense.SenseError;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/sense/v1/rules")
final class RuleController {
    private final RuleStore store;

    RuleController(RuleStore store) {
        this.store = store;
    }

    @GetMapping
    @Access(
            value = "sense:read",
            audit = Access.NOT_AUDITED,
            reach = Access.Reach.NONE,
            why = "rules are the same for all devices of a product")
    CursorPage<RuleView> list(@RequestParam("product") Optional<String> product) {
        List<RuleView> rules = store.all().stream()
                .filter(rule -> product.isEmpty() || rule.product().equals(product.get()))
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
        return store.all().stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .map(RuleView::of)
                .orElseThrow(() -> new Fault(SenseError.RULE_NOT_FOUND, "there is no rule " + id));
    }
}
