package org.chengshu.cases.history;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengshu.kernel.Text;
import tools.jackson.databind.JsonNode;

/** How a dataset holds the cases of a former system; {@code fields} names the dataset's field of each item of a case. */
record HistorySpec(
        String id,
        Text title,
        String dataset,
        Map<String, String> fields,
        String numberPrefix,
        String kind,
        Map<String, String> kinds,
        Map<String, String> departments,
        String area) {
    HistorySpec {
        fields = Map.copyOf(fields);
        kinds = Map.copyOf(kinds);
        departments = Map.copyOf(departments);
    }

    static HistorySpec read(JsonNode json) {
        return new HistorySpec(
                json.path("id").asString(),
                Text.of(json.at("/title/zh").asString(), json.at("/title/en").asString()),
                json.path("dataset").asString(),
                words(json.path("fields")),
                json.path("numberPrefix").asString(""),
                json.path("kind").asString(),
                words(json.path("kinds")),
                words(json.path("departments")),
                json.path("area").asString());
    }

    /** The dataset's fields that are read, each once. */
    List<String> columns() {
        return fields.values().stream().distinct().sorted().toList();
    }

    String kindOf(Optional<String> category) {
        return category.map(kinds::get).orElse(kind);
    }

    /** The organisation's code for a department as it is written in the dataset. */
    String organisationOf(String department) {
        return departments.getOrDefault(department, department);
    }

    private static Map<String, String> words(JsonNode json) {
        Map<String, String> words = new HashMap<>();
        json.properties()
                .forEach(entry -> words.put(entry.getKey(), entry.getValue().asString()));
        return words;
    }
}
