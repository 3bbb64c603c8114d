package org.chengshu.sense.rulebook;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;
import org.chengshu.kernel.Severity;
import org.chengshu.kernel.Text;
import org.chengshu.sense.product.ProductJson;
import tools.jackson.databind.JsonNode;

/** A rule as people see it; durations are ISO 8601. */
record RuleView(
        String id,
        String product,
        Text title,
        Severity severity,
        String when,
        @JsonProperty("for") Optional<String> lasting,
        Optional<String> clear) {
    static RuleView of(StoredRule rule) {
        JsonNode body = rule.body();
        return new RuleView(
                rule.id(),
                rule.product(),
                ProductJson.text(body.get("title")),
                Severity.ofLevel(body.get("severity").intValue()),
                body.get("when").stringValue(),
                Optional.ofNullable(body.get("for")).map(JsonNode::stringValue),
                Optional.ofNullable(body.get("clear")).map(JsonNode::stringValue));
    }
}
