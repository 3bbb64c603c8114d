package org.chengshu.data.rule;

import java.util.Optional;
import java.util.stream.Stream;
import org.chengshu.data.LineageEdge;
import org.chengshu.data.LineageEdge.How;
import org.chengshu.data.LineageEdge.Kind;
import org.chengshu.data.LineageEdge.Maker;
import org.chengshu.data.LineageEdge.Point;
import org.chengshu.data.LineageSource;
import org.chengshu.data.registry.FactRegistry;
import org.springframework.stereotype.Component;

/** Which fields quality rules look at. */
@Component
public class QualityLineage implements LineageSource {
    private final QualityRules rules;
    private final FactRegistry registry;

    QualityLineage(QualityRules rules, FactRegistry registry) {
        this.rules = rules;
        this.registry = registry;
    }

    @Override
    public Stream<LineageEdge> edges() {
        return rules.list().stream().flatMap(this::of);
    }

    private Stream<LineageEdge> of(QualityRule rule) {
        String owner = registry.find(rule.dataset())
                .map(published -> published.dataset().owner())
                .orElse("");
        Maker by = new Maker(
                "quality-rule",
                rule.id(),
                rule.title(),
                owner,
                Integer.toHexString(rule.check().hashCode()),
                Optional.of("/data/" + rule.dataset() + "?tab=quality"));
        return rule.check().fields().stream()
                .distinct()
                .map(field -> new LineageEdge(
                        Point.field(rule.dataset(), field),
                        Point.of(Kind.RULE, rule.id(), Point.ROWS),
                        How.FILTERED,
                        by));
    }
}
