package org.chengshu.core.packs.internal;

import java.util.List;
import org.chengshu.core.packs.PackItem;
import org.chengshu.core.packs.internal.version.Requirement;
import org.chengshu.core.packs.internal.version.Versions;
import org.chengshu.kernel.Text;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code pack.yaml} says. */
record Manifest(PackItem item, String id, String version, Text title, Text description, List<Requirement> requires) {
    static final String FILE = "pack.yaml";
    static final JsonNode SCHEMA_JSON = JsonMapper.shared().readTree("""
            {
              "x-name": {"zh": "主题包", "en": "the pack"},
              "x-help": {
                "zh": "pack.yaml：主题包的名称、版本和它所依赖的主题包。",
                "en": "pack.yaml: what the pack is called, its version, and the packs it builds on."
              },
              "type": "object",
              "required": ["id", "version", "title", "description"],
              "additionalProperties": false,
              "properties": {
                "id": {
                  "x-name": {"zh": "编号", "en": "id"},
                  "x-help": {"zh": "小写字母、数字和连字符，装上后不再改。", "en": "Lower case letters, digits and hyphens; it never changes."},
                  "type": "string", "pattern": "^[a-z][a-z0-9-]{0,62}$"
                },
                "version": {
                  "x-name": {"zh": "版本", "en": "version"},
                  "x-help": {"zh": "语义化版本，如 1.2.0；每次改动后增大。", "en": "A semantic version such as 1.2.0; raise it with every change."},
                  "type": "string", "pattern": "%s"
                },
                "title": {"$ref": "#/$defs/text", "x-name": {"zh": "名称", "en": "title"}},
                "description": {"$ref": "#/$defs/text", "x-name": {"zh": "说明", "en": "description"}},
                "requires": {
                  "x-name": {"zh": "依赖", "en": "requires"},
                  "x-help": {
                    "zh": "须先安装的主题包及版本范围：[air-quality >=1.2 <2]，或 {air-quality: '>=1.2 <2'}。",
                    "en": "Packs that must be installed first and which versions will do: [air-quality >=1.2 <2], or {air-quality: '>=1.2 <2'}."
                  },
                  "anyOf": [
                    {"type": "array", "items": {"type": "string", "minLength": 1}, "uniqueItems": true},
                    {"type": "object", "additionalProperties": {"type": "string"}}
                  ]
                }
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
            """.formatted(Versions.PATTERN));
    static final ItemSchema SCHEMA = new ItemSchema(SCHEMA_JSON);

    /** Of an item that passed the schema. */
    static Manifest of(PackItem item) {
        JsonNode json = item.json();
        return new Manifest(
                item,
                json.path("id").asString(),
                json.path("version").asString(),
                text(json.path("title")),
                text(json.path("description")),
                Requirement.of(json.path("requires")));
    }

    private static Text text(JsonNode json) {
        return Text.of(json.path("zh").asString(), json.path("en").asString());
    }
}
