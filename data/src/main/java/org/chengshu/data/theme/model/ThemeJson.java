package org.chengshu.data.theme.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.chengshu.core.spi.FieldType;
import org.chengshu.data.Grain;
import org.chengshu.kernel.Text;
import tools.jackson.databind.JsonNode;

/** Reads a theme that its JSON Schema has let pass. */
public final class ThemeJson {
    private static final int USUAL_LOOK_BACK = 1;

    private ThemeJson() {}

    public static Theme read(JsonNode json) {
        return new Theme(
                json.path("id").asString(""),
                text(json.path("title")),
                optionalText(json.path("description")),
                json.path("owner").asString(""),
                json.path("sql").asString(""),
                list(json.path("fields")).stream().map(ThemeJson::field).toList(),
                words(json.path("key")),
                word(json.path("time")),
                word(json.path("area")),
                json.has("incremental") ? Optional.of(byPeriod(json.path("incremental"))) : Optional.empty(),
                word(json.path("schedule")),
                list(json.path("samples")).stream().map(ThemeJson::sample).toList());
    }

    private static ThemeField field(JsonNode json) {
        JsonNode sensitivity = json.path("sensitivity");
        return new ThemeField(
                json.path("name").asString(""),
                text(json.path("title")),
                FieldType.valueOf(json.path("type").asString("text").toUpperCase(Locale.ROOT)),
                word(json.path("unit")),
                Optional.of(sensitivity.path("level"))
                        .filter(JsonNode::isNumber)
                        .map(JsonNode::asInt),
                optionalText(sensitivity.path("reason")));
    }

    private static ByPeriod byPeriod(JsonNode json) {
        Map<String, String> inputs = new TreeMap<>();
        json.path("inputs")
                .propertyStream()
                .forEach(entry -> inputs.put(entry.getKey(), entry.getValue().asString("")));
        return new ByPeriod(
                json.path("field").asString(""),
                Grain.find(json.path("grain").asString("day")).orElse(Grain.DAY),
                inputs,
                json.path("lookBack").asInt(USUAL_LOOK_BACK));
    }

    private static ThemeSample sample(JsonNode json) {
        Map<String, List<JsonNode>> given = new TreeMap<>();
        json.path("given").propertyStream().forEach(entry -> given.put(entry.getKey(), list(entry.getValue())));
        return new ThemeSample(text(json.path("title")), given, list(json.path("expect")));
    }

    private static List<JsonNode> list(JsonNode json) {
        List<JsonNode> list = new ArrayList<>();
        json.forEach(list::add);
        return list;
    }

    private static List<String> words(JsonNode json) {
        return list(json).stream().map(JsonNode::asString).toList();
    }

    private static Optional<String> word(JsonNode json) {
        return Optional.of(json).filter(JsonNode::isString).map(JsonNode::stringValue);
    }

    private static Text text(JsonNode json) {
        return Text.of(json.path("zh").asString("?"), json.path("en").asString("?"));
    }

    private static Optional<Text> optionalText(JsonNode json) {
        return Optional.of(json).filter(JsonNode::isObject).map(ThemeJson::text);
    }
}
