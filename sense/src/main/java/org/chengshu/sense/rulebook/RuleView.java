package org.chengshu.sense.rulebook;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chengshu.kernel.Severity;
import org.chengshu.kernel.Text;
import org.chengshu.sense.product.ProductJson;
import tools.jackson.databind.JsonNode;

/**
 * A rule as people see it; durations are ISO 8601. A rule with levels has the worst of their severities and no condition of
 * its own, one of absence has none either.
 */
record RuleView(
        String id,
        String product,
        Text title,
        Severity severity,
        Optional<String> when,
        @JsonProperty("for") Optional<String> lasting,
        List<LevelView> levels,
        Optional<RepeatView> repeat,
        Optional<String> ratePer,
        Optional<String> active,
        Optional<String> clear,
        Optional<String> clearAfter,
        Optional<AbsentView> absent,
        String scope,
        Optional<String> areaKind,
        Optional<String> group,
        Optional<String> maxAge,
        boolean enabled,
        boolean switched) {
    record LevelView(
            Severity severity,
            String when,
            @JsonProperty("for") Optional<String> lasting) {}

    record RepeatView(int times, String within) {}

    record AbsentView(String property, @JsonProperty("for") String longest) {}

    static RuleView of(StoredRule rule) {
        JsonNode body = rule.body();
        return new RuleView(
                rule.id(),
                rule.product(),
                ProductJson.text(body.get("title")),
                severity(body),
                text(body, "when"),
                text(body, "for"),
                levels(body),
                Optional.ofNullable(body.get("repeat"))
                        .map(one -> new RepeatView(
                                one.get("times").intValue(), one.get("within").stringValue())),
                text(body, "ratePer"),
                text(body, "active"),
                text(body, "clear"),
                text(body, "clearAfter"),
                Optional.ofNullable(body.get("absent"))
                        .map(one -> new AbsentView(
                                one.get("property").stringValue(),
                                one.get("for").stringValue())),
                body.path("scope").asString("device"),
                text(body, "areaKind"),
                text(body, "group"),
                text(body, "maxAge"),
                rule.isEnabled(),
                rule.switched().isPresent());
    }

    /** The condition on one line, for tables. */
    String condition() {
        return when.or(() -> absent.map(one -> "absent(" + one.property() + ") > " + one.longest()))
                .orElseGet(() -> String.join(
                        "; ",
                        levels.stream()
                                .map(level -> level.severity().level() + ": " + level.when())
                                .toList()));
    }

    private static Severity severity(JsonNode body) {
        int worst = body.path("severity").asInt(0);
        for (JsonNode level : body.path("levels")) {
            worst = Math.max(worst, level.get("severity").intValue());
        }
        return Severity.ofLevel(worst);
    }

    private static List<LevelView> levels(JsonNode body) {
        List<LevelView> levels = new ArrayList<>();
        for (JsonNode level : body.path("levels")) {
            levels.add(new LevelView(
                    Severity.ofLevel(level.get("severity").intValue()),
                    level.get("when").stringValue(),
                    text(level, "for")));
        }
        return levels;
    }

    private static Optional<String> text(JsonNode json, String field) {
        return Optional.ofNullable(json.get(field)).map(JsonNode::stringValue);
    }
}
