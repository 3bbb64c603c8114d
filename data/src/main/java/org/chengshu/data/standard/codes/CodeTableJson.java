package org.chengshu.data.standard.codes;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengshu.data.standard.keep.StandardItem;
import org.chengshu.kernel.Text;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads and writes a code table as packs and requests describe it; what is read was checked by {@link CodeTableCheck}. */
final class CodeTableJson {
    private CodeTableJson() {}

    static CodeTable read(StandardItem item) {
        JsonNode json = item.content();
        return new CodeTable(
                item.id(),
                text(json.path("title"), item.id()),
                word(json, "source"),
                json.path("codes").valueStream().map(CodeTableJson::code).toList(),
                item.pack(),
                item.version());
    }

    private static Code code(JsonNode json) {
        String code = json.path("code").asString();
        Map<String, List<String>> foreign = new LinkedHashMap<>();
        json.path("foreign").forEachEntry((system, codes) -> foreign.put(system, words(codes)));
        return new Code(
                code,
                text(json.path("title"), code),
                word(json, "parent"),
                words(json.path("names")),
                foreign,
                word(json, "from").map(LocalDate::parse),
                word(json, "to").map(LocalDate::parse));
    }

    /** As a pack would say it. */
    static ObjectNode write(String id, Text title, Optional<String> source, List<Code> codes) {
        ObjectNode json = JsonMapper.shared().createObjectNode().put("id", id);
        put(json, "title", title);
        source.ifPresent(word -> json.put("source", word));
        ArrayNode list = json.putArray("codes");
        codes.forEach(code -> list.add(write(code)));
        return json;
    }

    static ObjectNode write(Code code) {
        ObjectNode json = JsonMapper.shared().createObjectNode().put("code", code.code());
        put(json, "title", code.title());
        code.parent().ifPresent(parent -> json.put("parent", parent));
        if (!code.names().isEmpty()) {
            code.names().forEach(json.putArray("names")::add);
        }
        if (!code.foreign().isEmpty()) {
            ObjectNode foreign = json.putObject("foreign");
            code.foreign().forEach((system, theirs) -> theirs.forEach(foreign.withArray("/" + system)::add));
        }
        code.from().ifPresent(day -> json.put("from", day.toString()));
        code.to().ifPresent(day -> json.put("to", day.toString()));
        return json;
    }

    private static void put(ObjectNode json, String name, Text text) {
        json.putObject(name).put("zh", text.zh()).put("en", text.en());
    }

    private static Text text(JsonNode json, String otherwise) {
        String zh = json.path("zh").asString(otherwise);
        return Text.of(zh, json.path("en").asString(zh));
    }

    private static Optional<String> word(JsonNode json, String name) {
        return Optional.of(json.path(name)).filter(JsonNode::isString).map(JsonNode::stringValue);
    }

    private static List<String> words(JsonNode json) {
        if (json.isString()) {
            return List.of(json.stringValue());
        }
        List<String> words = new ArrayList<>();
        json.forEach(word -> words.add(word.asString()));
        return words;
    }
}
