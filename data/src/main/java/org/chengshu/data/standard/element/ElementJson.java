package org.chengshu.data.standard.element;

import java.util.Locale;
import java.util.Optional;
import org.chengshu.core.spi.FieldType;
import org.chengshu.data.standard.keep.StandardItem;
import org.chengshu.kernel.Text;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads and writes an element as packs and requests describe it; what is read was checked by {@link ElementCheck}. */
final class ElementJson {
    static final int USUAL_SENSITIVITY = 2;

    private ElementJson() {}

    static Element read(StandardItem item) {
        JsonNode json = item.content();
        return new Element(
                item.id(),
                text(json.path("title"), item.id()),
                Optional.of(json.path("meaning")).filter(JsonNode::isObject).map(text -> text(text, item.id())),
                type(json.path("type").asString("text")),
                Optional.of(json.path("length")).filter(JsonNode::isNumber).map(JsonNode::intValue),
                word(json, "pattern"),
                word(json, "unit"),
                word(json, "codes"),
                word(json, "standard"),
                json.path("sensitivity").asInt(USUAL_SENSITIVITY),
                json.path("personal").asBoolean(false),
                word(json, "source"),
                item.pack(),
                item.version());
    }

    static FieldType type(String word) {
        return FieldType.valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** As a pack would say it. */
    static ObjectNode write(Element element) {
        ObjectNode json = JsonMapper.shared().createObjectNode().put("id", element.id());
        put(json, "title", element.title());
        element.meaning().ifPresent(text -> put(json, "meaning", text));
        json.put("type", element.type().word());
        element.length().ifPresent(length -> json.put("length", length));
        element.pattern().ifPresent(pattern -> json.put("pattern", pattern));
        element.unit().ifPresent(unit -> json.put("unit", unit));
        element.codes().ifPresent(codes -> json.put("codes", codes));
        element.standard().ifPresent(standard -> json.put("standard", standard));
        json.put("sensitivity", element.sensitivity()).put("personal", element.personal());
        element.source().ifPresent(source -> json.put("source", source));
        return json;
    }

    private static void put(ObjectNode json, String name, Text text) {
        json.putObject(name).put("zh", text.zh()).put("en", text.en());
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
