package org.chengshu.indicator.model;

import static org.chengshu.indicator.model.DefinitionJson.string;
import static org.chengshu.indicator.model.DefinitionJson.strings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.chengshu.data.ConditionJson;
import org.chengshu.formula.Type;
import tools.jackson.databind.JsonNode;

/** Reads the part of a definition that says what is computed from hourly facts. */
final class SeriesJson {
    static final String USUAL_DATASET = "sense.readings-hourly";
    static final String USUAL_SUBJECT = "device";

    private SeriesJson() {}

    static Source.Series read(JsonNode json) {
        JsonNode series = json.path("series");
        List<Input> inputs = new ArrayList<>();
        series.path("inputs").properties().forEach(input -> inputs.add(input(input.getKey(), input.getValue())));
        List<Let> lets = new ArrayList<>();
        for (JsonNode step : json.path("let")) {
            step.properties()
                    .forEach(
                            let -> lets.add(new Let(let.getKey(), let.getValue().asString())));
        }
        List<AttributeRule> attributes = new ArrayList<>();
        json.path("attributes").properties().forEach(rule -> attributes.add(attribute(rule.getKey(), rule.getValue())));
        return new Source.Series(
                series.path("dataset").asString(USUAL_DATASET),
                series.path("subject").asString(USUAL_SUBJECT),
                ConditionJson.list(series.path("where")),
                inputs,
                area(series.path("area")),
                lets,
                value(json.path("value")),
                attributes);
    }

    private static Input input(String name, JsonNode json) {
        return new Input(
                name,
                json.path("property").asString(),
                json.path("stat").asString("avg"),
                Combine.of(json.path("aggregate").asString("mean")),
                json.path("hours").asInt(1),
                json.path("scale").asDouble(1),
                Optional.of(json.path("sliding")).filter(JsonNode::isObject).map(SeriesJson::sliding));
    }

    private static Sliding sliding(JsonNode json) {
        JsonNode ends = json.path("ends");
        return new Sliding(
                json.path("hours").asInt(),
                json.path("atLeast").asInt(1),
                ends.path(0).asInt(0),
                ends.path(1).asInt(Sliding.LAST_HOUR));
    }

    private static AreaRule area(JsonNode json) {
        return json.isObject()
                ? new AreaRule(
                        Combine.of(json.path("combine").asString("mean")),
                        json.path("share").asDouble(0))
                : new AreaRule(Combine.of(json.asString("mean")), 0);
    }

    private static ValueRule value(JsonNode json) {
        if (json.isString()) {
            return new ValueRule.Carried(json.stringValue());
        }
        if (json.has("formula")) {
            return new ValueRule.ByFormula(json.path("formula").asString());
        }
        String word = List.of("max", "min", "mean", "sum").stream()
                .filter(json::has)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("value needs max, min, mean, sum or formula"));
        return new ValueRule.OfKnown(
                Combine.of(word), strings(json.path(word)), json.path("atLeast").asInt(1), strings(json.path("needs")));
    }

    private static AttributeRule attribute(String name, JsonNode json) {
        if (json.has("lookup")) {
            return new AttributeRule.Looked(name, json.path("lookup").asString(), string(json.path("of")));
        }
        if (json.has("formula")) {
            Type type = Type.valueOf(json.path("type").asString("number").toUpperCase(Locale.ROOT));
            return new AttributeRule.ByFormula(name, json.path("formula").asString(), type);
        }
        if (json.has("of")) {
            return new AttributeRule.Carried(name, json.path("of").asString());
        }
        boolean greatest = json.has("argmax");
        JsonNode above = json.path("above");
        return new AttributeRule.Extreme(
                name,
                greatest,
                labels(json.path(greatest ? "argmax" : "argmin")),
                above.isNumber() ? OptionalDouble.of(above.asDouble()) : OptionalDouble.empty());
    }

    private static Map<String, String> labels(JsonNode json) {
        Map<String, String> labels = new LinkedHashMap<>();
        if (json.isArray()) {
            json.forEach(name -> labels.put(name.asString(), name.asString()));
        } else {
            json.properties()
                    .forEach(
                            label -> labels.put(label.getKey(), label.getValue().asString()));
        }
        return labels;
    }
}
