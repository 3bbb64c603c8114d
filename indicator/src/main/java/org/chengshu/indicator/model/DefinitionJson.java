package org.chengshu.indicator.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.chengshu.data.Grain;
import org.chengshu.indicator.Better;
import org.chengshu.indicator.IndicatorError;
import org.chengshu.indicator.Target;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Text;
import tools.jackson.databind.JsonNode;

/** Reads a definition that its JSON Schema has let pass. */
public final class DefinitionJson {
    private static final int USUAL_DECIMALS = 1;

    private DefinitionJson() {}

    public static Definition read(JsonNode json) {
        try {
            return definition(json);
        } catch (IllegalArgumentException e) {
            throw new Fault(IndicatorError.INDICATOR_FAULTY, e.getMessage(), e);
        }
    }

    private static Definition definition(JsonNode json) {
        return new Definition(
                json.path("id").asString(),
                text(json.path("title")),
                Optional.of(json.path("description")).filter(JsonNode::isObject).map(DefinitionJson::text),
                string(json.path("theme")),
                json.path("unit").asString(""),
                json.path("decimals").asInt(USUAL_DECIMALS),
                Grain.valueOf(json.path("grain").asString().toUpperCase(Locale.ROOT)),
                strings(json.path("dimensions")),
                target(json),
                Optional.of(json.path("sensitivity").path("level"))
                        .filter(JsonNode::isNumber)
                        .map(JsonNode::asInt),
                json.has("series") ? SeriesJson.read(json) : RowsJson.read(json));
    }

    public static Text text(JsonNode json) {
        return Text.of(json.path("zh").asString(""), json.path("en").asString(""));
    }

    static List<String> strings(JsonNode json) {
        List<String> strings = new ArrayList<>();
        json.forEach(item -> strings.add(item.asString()));
        return strings;
    }

    static Optional<String> string(JsonNode json) {
        return Optional.of(json).filter(JsonNode::isString).map(JsonNode::stringValue);
    }

    private static Optional<Target> target(JsonNode json) {
        if (!json.has("target")) {
            return Optional.empty();
        }
        Better better = Better.valueOf(json.path("better").asString("").toUpperCase(Locale.ROOT));
        return Optional.of(new Target(json.path("target").asDouble(), better));
    }
}
