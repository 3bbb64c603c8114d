package org.chengshu.sense.product;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengshu.formula.Signature;
import org.chengshu.kernel.Severity;
import org.chengshu.kernel.Text;
import org.chengshu.sense.Function;
import org.chengshu.sense.Limits;
import org.chengshu.sense.Product;
import org.chengshu.sense.Property;
import org.chengshu.sense.PropertyType;
import org.chengshu.sense.Range;
import tools.jackson.databind.JsonNode;

/** Reads what a pack says of a product, once its schema has passed. */
public final class ProductJson {
    private ProductJson() {}

    public static Product read(JsonNode json) {
        List<Property> properties =
                json.get("properties").valueStream().map(ProductJson::property).toList();
        return new Product(
                json.get("id").stringValue(),
                text(json.get("title")),
                Optional.ofNullable(json.get("maxSilence"))
                        .map(JsonNode::stringValue)
                        .map(Duration::parse),
                json.has("silenceSeverity")
                        ? Severity.ofLevel(json.get("silenceSeverity").intValue())
                        : Product.USUAL_SILENCE,
                properties,
                json.path("functions").valueStream().map(ProductJson::function).toList(),
                limits(json.path("limits")),
                limits(json.path("productLimits")));
    }

    private static Limits limits(JsonNode json) {
        return new Limits(number(json, "messages"), number(json, "values"), number(json, "bytes"));
    }

    private static Optional<Double> number(JsonNode json, String name) {
        return json.has(name) ? Optional.of(json.get(name).doubleValue()) : Optional.empty();
    }

    private static Function function(JsonNode json) {
        return new Function(
                json.get("id").stringValue(),
                text(json.get("title")),
                json.path("arguments").valueStream().map(ProductJson::argument).toList());
    }

    private static Function.Argument argument(JsonNode json) {
        return new Function.Argument(
                json.get("id").stringValue(),
                text(json.get("title")),
                PropertyType.ofWord(json.get("type").stringValue()).orElseThrow(),
                Optional.ofNullable(json.get("unit")).map(JsonNode::stringValue),
                range(json),
                json.path("required").asBoolean(true));
    }

    private static Optional<Range> range(JsonNode json) {
        return Optional.ofNullable(json.get("range"))
                .map(range -> new Range(range.get(0).doubleValue(), range.get(1).doubleValue()));
    }

    /** The properties that can be made out, for checking what refers to a product that may itself be faulty. */
    public static Map<String, PropertyType> types(JsonNode json) {
        Map<String, PropertyType> types = new LinkedHashMap<>();
        for (JsonNode property : json.path("properties")) {
            String id = property.path("id").asString("");
            PropertyType.ofWord(property.path("type").asString(""))
                    .filter(type -> Signature.isName(id))
                    .ifPresent(type -> types.put(id, type));
        }
        return types;
    }

    public static Text text(JsonNode json) {
        return Text.of(json.get("zh").stringValue(), json.get("en").stringValue());
    }

    private static Property property(JsonNode json) {
        return new Property(
                json.get("id").stringValue(),
                text(json.get("title")),
                PropertyType.ofWord(json.get("type").stringValue()).orElseThrow(),
                Optional.ofNullable(json.get("unit")).map(JsonNode::stringValue),
                range(json));
    }
}
