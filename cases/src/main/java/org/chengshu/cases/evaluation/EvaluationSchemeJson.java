package org.chengshu.cases.evaluation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chengshu.kernel.Text;
import tools.jackson.databind.JsonNode;

/** Reads a scheme as its pack wrote it; the schema has been checked. */
final class EvaluationSchemeJson {
    private EvaluationSchemeJson() {}

    static EvaluationScheme read(JsonNode json) {
        List<SchemePart> parts = json.path("measures")
                .valueStream()
                .map(part -> new SchemePart(
                        Measure.ofWord(part.path("measure").asString()).orElseThrow(),
                        part.path("weight").asDouble(),
                        part.path("full").asDouble(),
                        part.path("none").asDouble()))
                .toList();
        Map<String, Double> grades = new HashMap<>();
        json.path("grades")
                .properties()
                .forEach(entry -> grades.put(entry.getKey(), entry.getValue().asDouble()));
        return new EvaluationScheme(
                json.path("id").asString(),
                Text.of(json.at("/title/zh").asString(), json.at("/title/en").asString()),
                parts,
                grades,
                json.path("leastCases").asInt(1));
    }
}
