package org.chengshu.data;

import java.util.ArrayList;
import java.util.List;
import org.chengshu.kernel.Fault;
import tools.jackson.databind.JsonNode;

/**
 * Reads conditions as packs and queries write them: {@code {field, op, value}}, where {@code in} and {@code between} take a
 * list and {@code is-null} takes true or false. Anything else is a {@link DataError#QUERY_FAULTY}. Stateless.
 */
public final class ConditionJson {
    private ConditionJson() {}

    public static List<Condition> list(JsonNode json) {
        if (json.isMissingNode() || json.isNull()) {
            return List.of();
        }
        if (!json.isArray()) {
            throw new Fault(DataError.QUERY_FAULTY, "conditions must be a list");
        }
        List<Condition> conditions = new ArrayList<>();
        json.forEach(item -> conditions.add(one(item)));
        return conditions;
    }

    public static Condition one(JsonNode json) {
        String field = json.path("field").asString("");
        String word = json.path("op").asString("");
        Operator op = Operator.find(word)
                .orElseThrow(
                        () -> new Fault(DataError.QUERY_FAULTY, "condition on " + field + ": no operator " + word));
        return new Condition(field, op, values(field, json.path("value")));
    }

    private static List<Object> values(String field, JsonNode value) {
        if (!value.isArray()) {
            return List.of(scalar(field, value));
        }
        List<Object> values = new ArrayList<>();
        value.forEach(item -> values.add(scalar(field, item)));
        return values;
    }

    private static Object scalar(String field, JsonNode value) {
        if (value.isString()) {
            return value.stringValue();
        }
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        if (value.isNumber()) {
            return value.decimalValue();
        }
        throw new Fault(
                DataError.QUERY_FAULTY, "condition on " + field + ": a value must be a text, number or boolean");
    }
}
