package org.chengshu.data.tag;

import java.util.Locale;
import java.util.Optional;
import org.chengshu.data.ConditionJson;
import org.chengshu.data.standard.keep.StandardItem;
import org.chengshu.kernel.Text;
import tools.jackson.databind.JsonNode;

/** Reads a tag as packs and requests describe it; what is read was checked by {@link TagCheck}. */
final class TagJson {
    private TagJson() {}

    static Tag read(StandardItem item) {
        return read(item.id(), item.content(), item.pack(), item.version());
    }

    static Tag read(String id, JsonNode json, Optional<String> pack, int version) {
        return new Tag(
                id,
                text(json.path("title"), id),
                Optional.of(json.path("meaning")).filter(JsonNode::isObject).map(text -> text(text, id)),
                word(json, "group"),
                json.path("dataset").asString(""),
                json.path("key").asString(""),
                ConditionJson.list(json.path("where")),
                word(json, "formula"),
                Tag.Every.valueOf(json.path("every").asString("refresh").toUpperCase(Locale.ROOT)),
                pack,
                version);
    }

    private static Text text(JsonNode json, String otherwise) {
        String zh = json.path("zh").asString(otherwise);
        return Text.of(zh, json.path("en").asString(zh));
    }

    static Optional<String> word(JsonNode json, String name) {
        return Optional.of(json.path(name))
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .filter(word -> !word.isBlank());
    }
}
