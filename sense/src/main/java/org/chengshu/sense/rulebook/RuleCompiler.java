package org.chengshu.sense.rulebook;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.chengshu.formula.Formula;
import org.chengshu.formula.Formulas;
import org.chengshu.formula.Signature;
import org.chengshu.formula.Type;
import org.chengshu.kernel.Severity;
import org.chengshu.sense.Product;
import org.chengshu.sense.Property;
import org.chengshu.sense.PropertyType;
import org.chengshu.sense.product.ProductJson;
import org.chengshu.sense.rules.Ending;
import org.chengshu.sense.rules.Level;
import org.chengshu.sense.rules.Rule;
import tools.jackson.databind.JsonNode;

/** Makes rules out of what packs say. */
final class RuleCompiler {
    private RuleCompiler() {}

    /** What a rule on a product with these properties may speak of. */
    static Signature signature(Map<String, PropertyType> properties) {
        Map<String, Type> types = new TreeMap<>();
        properties.forEach((id, property) -> {
            types.put(id, type(property));
            types.put("previous." + id, type(property));
            types.put("held." + id, Type.DURATION);
        });
        return Signature.of(types);
    }

    static Formula condition(String source, Signature signature) {
        return Formulas.compile(source, signature, Type.BOOLEAN);
    }

    static Rule compile(JsonNode json, Product product) {
        String when = json.get("when").stringValue();
        Signature signature =
                signature(product.properties().stream().collect(Collectors.toMap(Property::id, Property::type)));
        Optional<String> clear = Optional.ofNullable(json.get("clear")).map(JsonNode::stringValue);
        Duration lasting = Optional.ofNullable(json.get("for"))
                .map(JsonNode::stringValue)
                .map(Duration::parse)
                .orElse(Duration.ZERO);
        Level level = new Level(Severity.ofLevel(json.get("severity").intValue()), condition(when, signature), lasting);
        return Rule.of(
                json.get("id").stringValue(),
                ProductJson.text(json.get("title")),
                level,
                clear.map(source -> Ending.when(condition(source, signature))).orElse(Ending.WITH_CONDITION),
                Integer.toHexString((when + "|" + lasting).hashCode()));
    }

    private static Type type(PropertyType type) {
        return switch (type) {
            case NUMBER -> Type.NUMBER;
            case BOOLEAN -> Type.BOOLEAN;
            case TEXT -> Type.TEXT;
        };
    }
}
