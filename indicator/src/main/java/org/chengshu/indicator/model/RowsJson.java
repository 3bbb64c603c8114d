package org.chengshu.indicator.model;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.chengshu.data.Aggregate;
import org.chengshu.data.Condition;
import org.chengshu.data.ConditionJson;
import tools.jackson.databind.JsonNode;

/** Reads the part of a definition that says what is measured over rows. */
final class RowsJson {
    private RowsJson() {}

    static Source.Rows read(JsonNode json) {
        JsonNode measure = json.path("measure");
        Aggregate aggregate = Aggregate.COUNT;
        Optional<String> field = Optional.empty();
        List<Condition> share = List.of();
        if (measure.isObject()) {
            Map.Entry<String, JsonNode> only = measure.properties().iterator().next();
            aggregate = Aggregate.valueOf(only.getKey().toUpperCase(Locale.ROOT));
            field = DefinitionJson.string(only.getValue());
            share = aggregate == Aggregate.SHARE ? ConditionJson.list(only.getValue()) : List.of();
        }
        return new Source.Rows(
                json.path("dataset").asString(),
                DefinitionJson.string(json.path("time")),
                ConditionJson.list(json.path("where")),
                aggregate,
                field,
                share,
                json.path("scale").asDouble(1));
    }
}
