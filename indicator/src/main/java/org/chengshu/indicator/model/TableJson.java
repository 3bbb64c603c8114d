package org.chengshu.indicator.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.chengshu.formula.Table;
import org.chengshu.indicator.IndicatorError;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Text;
import tools.jackson.databind.JsonNode;

/** Reads a table that its JSON Schema has let pass; an order or length that the schema cannot see is refused. */
public final class TableJson {
    private TableJson() {}

    public static TableDefinition read(JsonNode json) {
        try {
            Text title = DefinitionJson.text(json.path("title"));
            String id = json.path("id").asString();
            return json.has("curve")
                    ? new TableDefinition(id, title, curve(json), List.of())
                    : steps(id, title, json.path("steps"));
        } catch (IllegalArgumentException e) {
            throw new Fault(IndicatorError.INDICATOR_FAULTY, e.getMessage(), e);
        }
    }

    private static Table curve(JsonNode json) {
        List<Table.Point> points = new ArrayList<>();
        for (JsonNode point : json.path("curve")) {
            points.add(new Table.Point(point.path(0).asDouble(), point.path(1).asDouble()));
        }
        String beyond = json.path("beyond").asString("clamp");
        return new Table.Curve(points, Table.Beyond.valueOf(beyond.toUpperCase(Locale.ROOT)));
    }

    private static TableDefinition steps(String id, Text title, JsonNode json) {
        List<Double> thresholds = new ArrayList<>();
        List<Object> labels = new ArrayList<>();
        for (JsonNode step : json) {
            thresholds.add(step.path(0).asDouble());
            labels.add(label(step.path(1)));
        }
        return new TableDefinition(id, title, table(thresholds, labels), labels);
    }

    private static Table table(List<Double> thresholds, List<Object> labels) {
        if (labels.stream().allMatch(Double.class::isInstance)) {
            return new Table.Levels(
                    thresholds, labels.stream().map(Double.class::cast).toList());
        }
        return new Table.Steps(thresholds, labels.stream().map(TableJson::words).toList());
    }

    private static Object label(JsonNode json) {
        if (json.isNumber()) {
            return json.isIntegralNumber() ? (Object) json.asLong() : (Object) json.asDouble();
        }
        return json.isObject() ? DefinitionJson.text(json) : json.asString();
    }

    private static String words(Object label) {
        return label instanceof Text text ? text.zh() : String.valueOf(label);
    }
}
