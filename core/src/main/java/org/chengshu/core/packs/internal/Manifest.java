package org.chengshu.core.packs.internal;

import java.util.List;
import java.util.stream.StreamSupport;
import org.chengshu.core.packs.PackItem;
import org.chengshu.kernel.Text;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code pack.yaml} says. */
record Manifest(PackItem item, String id, String version, Text title, Text description, List<String> requires) {
    static final String FILE = "pack.yaml";
    static final ItemSchema SCHEMA = new ItemSchema(JsonMapper.shared().readTree("""
            {
              "type": "object",
              "required": ["id", "version", "title", "description"],
              "additionalProperties": false,
              "properties": {
                "id": {"type": "string", "pattern": "^[a-z][a-z0-9-]{0,62}$"},
                "version": {"type": "string", "pattern": "^[0-9]+[.][0-9]+[.][0-9]+$"},
                "title": {"$ref": "#/$defs/text"},
                "description": {"$ref": "#/$defs/text"},
                "requires": {"type": "array", "items": {"type": "string"}, "uniqueItems": true}
              },
              "$defs": {
                "text": {
                  "type": "object",
                  "required": ["zh", "en"],
                  "additionalProperties": false,
                  "properties": {
                    "zh": {"type": "string", "pattern": "[^ ]"},
                    "en": {"type": "string", "pattern": "[^ ]"}
                  }
                }
              }
            }
            """));

    /** Of an item that passed the schema. */
    static Manifest of(PackItem item) {
        JsonNode json = item.json();
        return new Manifest(
                item,
                json.path("id").asString(),
                json.path("version").asString(),
                text(json.path("title")),
                text(json.path("description")),
                StreamSupport.stream(json.path("requires").spliterator(), false)
                        .map(JsonNode::asString)
                        .toList());
    }

    private static Text text(JsonNode json) {
        return Text.of(json.path("zh").asString(), json.path("en").asString());
    }
}
