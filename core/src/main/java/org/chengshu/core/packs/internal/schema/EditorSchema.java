package org.chengshu.core.packs.internal.schema;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengshu.core.packs.PackSection;
import org.chengshu.core.packs.internal.diff.CommonNames;
import org.chengshu.kernel.Text;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One JSON Schema (2020-12) of any file of a pack, for editors: the schemas of all sections side by side, their words in
 * both languages turned into {@code title} and {@code description}. A reference inside a section's schema is led to where
 * the schema now stands.
 */
public final class EditorSchema {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String MANIFEST = "pack";
    private static final String FILE = "sections";

    private EditorSchema() {}

    public static JsonNode of(JsonNode manifest, List<PackSection> sections) {
        ObjectNode root = JSON.createObjectNode()
                .put("$schema", "https://json-schema.org/draft/2020-12/schema")
                .put("title", "城枢主题包的文件 · A file of a Chengshu pack")
                .put(
                        "description",
                        "pack.yaml，或“板块名: 列表”的任何文件。\npack.yaml, or any file of section names with lists of items.");
        root.putArray("anyOf").add(reference("#/$defs/" + FILE)).add(reference("#/$defs/" + MANIFEST));
        ObjectNode defs = root.putObject("$defs");
        ObjectNode file = defs.putObject(FILE).put("type", "object").put("additionalProperties", false);
        ObjectNode lists = file.putObject("properties");
        for (PackSection section : sections) {
            ObjectNode list = lists.putObject(section.name()).put("type", "array");
            describe(list, section.schema());
            list.set("items", reference("#/$defs/" + section.name()));
            defs.set(section.name(), moved(section.schema(), section.name()));
        }
        defs.set(MANIFEST, moved(manifest, MANIFEST));
        return root;
    }

    private static JsonNode reference(String target) {
        return JSON.createObjectNode().put("$ref", target);
    }

    private static JsonNode moved(JsonNode node, String section) {
        if (node.isArray()) {
            ArrayNode list = JSON.createArrayNode();
            node.forEach(element -> list.add(moved(element, section)));
            return list;
        }
        return node.isObject() ? movedObject(node, section) : node;
    }

    private static ObjectNode movedObject(JsonNode node, String section) {
        ObjectNode schema = JSON.createObjectNode();
        describe(schema, node);
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            String keyword = entry.getKey();
            if (keyword.equals("$ref")) {
                schema.put(
                        "$ref",
                        "#/$defs/" + section + entry.getValue().asString().substring(1));
            } else if (keyword.equals("properties") && entry.getValue().isObject()) {
                schema.set("properties", properties(entry.getValue(), section));
            } else if (!keyword.startsWith("x-") && !keyword.equals("$schema") && !schema.has(keyword)) {
                schema.set(keyword, moved(entry.getValue(), section));
            }
        }
        enumWords(schema, node);
        return schema;
    }

    private static ObjectNode properties(JsonNode properties, String section) {
        ObjectNode moved = JSON.createObjectNode();
        properties.properties().forEach(entry -> {
            JsonNode schema = moved(entry.getValue(), section);
            if (schema instanceof ObjectNode object && !object.has("title")) {
                CommonNames.of(entry.getKey()).ifPresent(name -> object.put("title", title(name)));
            }
            moved.set(entry.getKey(), schema);
        });
        return moved;
    }

    private static void describe(ObjectNode schema, JsonNode words) {
        text(words.path("x-name")).ifPresent(name -> schema.put("title", title(name)));
        text(words.path("x-help")).ifPresent(help -> schema.put("description", help.zh() + "\n" + help.en()));
    }

    private static String title(Text name) {
        return name.zh() + " · " + name.en();
    }

    /** Editors show these beside the values of an enumeration. */
    private static void enumWords(ObjectNode schema, JsonNode node) {
        JsonNode words = node.path("x-words");
        if (node.path("enum").isArray() && words.isObject()) {
            ArrayNode descriptions = schema.putArray("enumDescriptions");
            node.path("enum")
                    .forEach(value -> descriptions.add(text(words.path(value.asString("")))
                            .map(EditorSchema::title)
                            .orElse("")));
        }
    }

    private static Optional<Text> text(JsonNode words) {
        return words.path("zh").isString() && words.path("en").isString()
                ? Optional.of(
                        Text.of(words.path("zh").asString(), words.path("en").asString()))
                : Optional.empty();
    }
}
