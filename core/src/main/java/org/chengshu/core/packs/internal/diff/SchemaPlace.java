package org.chengshu.core.packs.internal.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.chengshu.kernel.Text;
import tools.jackson.databind.JsonNode;

/**
 * A place in a section's JSON Schema, to know how a value is called and said. Schemas carry words of their own:
 * {@code x-name} names a property, {@code x-help} explains it, {@code x-words} the values of an enumeration or the keys of an object, {@code x-as}
 * says what a value is. A place may have several alternatives; the first that knows a word gives it.
 */
public final class SchemaPlace {
    private static final List<String> BRANCHES = List.of("allOf", "anyOf", "oneOf");
    private static final int DEEPEST = 20;

    private final JsonNode root;
    private final List<JsonNode> alternatives;

    private SchemaPlace(JsonNode root, List<JsonNode> alternatives) {
        this.root = root;
        this.alternatives = alternatives;
    }

    public static SchemaPlace root(JsonNode schema) {
        return new SchemaPlace(schema, resolved(schema, List.of(schema)));
    }

    /** The place of a JSON pointer. A number counts elements where there are any, else it is a name. */
    public SchemaPlace at(String pointer) {
        SchemaPlace place = this;
        for (String step : pointer.split("/")) {
            if (!step.isEmpty()) {
                place = place.step(step.replace("~1", "/").replace("~0", "~"));
            }
        }
        return place;
    }

    private SchemaPlace step(String step) {
        boolean element = step.chars().allMatch(Character::isDigit)
                && children("properties").findAny().isEmpty();
        return element ? element(Integer.parseInt(step)) : property(step);
    }

    public SchemaPlace property(String name) {
        List<JsonNode> found = children("properties")
                .map(properties -> properties.path(name))
                .filter(JsonNode::isObject)
                .toList();
        return new SchemaPlace(
                root,
                resolved(
                        root, found.isEmpty() ? children("additionalProperties").toList() : found));
    }

    public SchemaPlace element(int index) {
        List<JsonNode> found = children("prefixItems")
                .map(items -> items.path(index))
                .filter(JsonNode::isObject)
                .toList();
        return new SchemaPlace(
                root, resolved(root, found.isEmpty() ? children("items").toList() : found));
    }

    /** How the place is called in words. */
    public Optional<Text> name() {
        return text(alternatives.stream().map(schema -> schema.path("x-name")));
    }

    /** A sentence about what belongs here. */
    public Optional<Text> help() {
        return text(alternatives.stream().map(schema -> schema.path("x-help")));
    }

    /** What the value is: {@code severity}, {@code duration}, {@code range}... */
    Optional<String> as() {
        return alternatives.stream()
                .map(schema -> schema.path("x-as").asString(""))
                .filter(as -> !as.isEmpty())
                .findFirst();
    }

    /** How a value of an enumeration is said. */
    Optional<Text> word(String value) {
        return text(alternatives.stream().map(schema -> schema.path("x-words").path(value)));
    }

    /** How a key of an object with free keys is said. */
    Optional<Text> keyWord(String key) {
        return text(
                children("propertyNames").map(schema -> schema.path("x-words").path(key)));
    }

    /** Whether a text in both languages belongs here. */
    public boolean isText() {
        return children("properties").anyMatch(properties -> properties.has("zh") && properties.has("en"));
    }

    /** Whether a plain string belongs here, be it among others. */
    public boolean allowsString() {
        return alternatives.stream()
                .map(schema -> schema.path("type"))
                .anyMatch(type -> type.asString("").equals("string")
                        || type.valueStream().anyMatch(one -> one.asString("").equals("string")));
    }

    private Stream<JsonNode> children(String keyword) {
        return alternatives.stream()
                .map(schema -> schema.path(keyword))
                .filter(node -> node.isObject() || node.isArray());
    }

    private static Optional<Text> text(Stream<JsonNode> candidates) {
        return candidates
                .filter(node -> node.path("zh").isString() && node.path("en").isString())
                .map(node -> Text.of(node.path("zh").asString(), node.path("en").asString()))
                .findFirst();
    }

    private static List<JsonNode> resolved(JsonNode root, List<JsonNode> schemas) {
        List<JsonNode> all = new ArrayList<>();
        schemas.forEach(schema -> resolve(root, schema, all, 0));
        return List.copyOf(all);
    }

    private static void resolve(JsonNode root, JsonNode schema, List<JsonNode> all, int depth) {
        if (depth > DEEPEST || !schema.isObject()) {
            return;
        }
        all.add(schema);
        String reference = schema.path("$ref").asString("");
        if (reference.startsWith("#/")) {
            resolve(root, root.at(reference.substring(1)), all, depth + 1);
        }
        BRANCHES.forEach(branch -> schema.path(branch).forEach(one -> resolve(root, one, all, depth + 1)));
    }
}
