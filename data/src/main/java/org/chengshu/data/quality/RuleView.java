package org.chengshu.data.quality;

import java.util.Optional;
import org.chengshu.data.rule.QualityRule;
import org.chengshu.kernel.Text;
import tools.jackson.databind.JsonNode;

/** A rule on the wire. */
public record RuleView(
        String id,
        String dataset,
        Text title,
        String kind,
        JsonNode check,
        int severity,
        double weight,
        double tolerance,
        Optional<String> pack,
        long version) {
    static RuleView of(QualityRule rule) {
        return new RuleView(
                rule.id(),
                rule.dataset(),
                rule.title(),
                rule.kind().word(),
                rule.spec().path("check"),
                rule.severity().level(),
                rule.weight(),
                rule.tolerance(),
                rule.pack(),
                rule.version());
    }
}
