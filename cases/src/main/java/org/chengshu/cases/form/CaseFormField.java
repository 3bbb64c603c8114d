package org.chengshu.cases.form;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.chengshu.kernel.Text;
import tools.jackson.databind.JsonNode;

/** One field of a form; {@code choices} are there when it is chosen from a list. */
public record CaseFormField(
        String code, Sort sort, boolean required, Text title, Optional<Text> help, List<Choice> choices) {
    /** The six sorts of fields; GeoReport v2 has the same under its own words. */
    public enum Sort {
        STRING,
        TEXT,
        NUMBER,
        DATETIME,
        SINGLEVALUELIST,
        MULTIVALUELIST;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** One value that may be chosen. */
    public record Choice(String key, Text name) {}

    static CaseFormField of(String code, JsonNode json, boolean required) {
        JsonNode listed = json.path("type").asString("").equals("array") ? json.path("items") : json;
        List<Choice> choices = listed.path("enum")
                .valueStream()
                .map(JsonNode::asString)
                .map(key -> new Choice(key, text(json.path("words").path(key)).orElse(Text.of(key, key))))
                .toList();
        return new CaseFormField(
                code,
                sort(json, choices),
                required,
                text(json.path("title")).orElse(Text.of(code, code)),
                text(json.path("help")),
                choices);
    }

    private static Sort sort(JsonNode json, List<Choice> choices) {
        return switch (json.path("type").asString("string")) {
            case "array" -> Sort.MULTIVALUELIST;
            case "number", "integer" -> Sort.NUMBER;
            default -> {
                if (!choices.isEmpty()) {
                    yield Sort.SINGLEVALUELIST;
                }
                if (json.path("format").asString("").equals("date-time")) {
                    yield Sort.DATETIME;
                }
                yield json.path("lines").asBoolean(false) ? Sort.TEXT : Sort.STRING;
            }
        };
    }

    private static Optional<Text> text(JsonNode json) {
        return json.isObject()
                ? Optional.of(
                        Text.of(json.path("zh").asString(), json.path("en").asString()))
                : Optional.empty();
    }
}
