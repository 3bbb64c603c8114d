package org.chengshu.data.door;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chengshu.data.Aggregate;
import org.chengshu.data.ConditionJson;
import org.chengshu.data.DataError;
import org.chengshu.data.DatasetQuery;
import org.chengshu.data.Grain;
import org.chengshu.data.GroupKey;
import org.chengshu.data.Measure;
import org.chengshu.data.Order;
import org.chengshu.data.Selection;
import org.chengshu.kernel.Fault;
import tools.jackson.databind.JsonNode;

/**
 * Reads a posted query: {@code {fields: [..]}} or {@code {groupBy: [field | {field, grain}], measures: [{name, aggregate,
 * field?, where?}]}}, with {@code where}, {@code order} (column names, {@code -} before one for descending), {@code limit}.
 */
final class QueryJson {
    static final int USUAL_LIMIT = 1_000;
    static final int MOST_ROWS = 10_000;

    private QueryJson() {}

    static DatasetQuery read(String dataset, JsonNode json) {
        int limit = json.path("limit").asInt(USUAL_LIMIT);
        if (limit < 1 || limit > MOST_ROWS) {
            throw faulty("limit must be 1.." + MOST_ROWS);
        }
        return new DatasetQuery(
                dataset, selection(json), ConditionJson.list(json.path("where")), order(json.path("order")), limit);
    }

    private static Selection selection(JsonNode json) {
        if (!json.has("groupBy") && !json.has("measures")) {
            return new Selection.Fields(items(json.path("fields")).stream()
                    .map(field -> text(field, "fields"))
                    .toList());
        }
        if (json.has("fields")) {
            throw faulty("a query has fields or measures, not both");
        }
        return new Selection.Groups(
                items(json.path("groupBy")).stream().map(QueryJson::key).toList(),
                items(json.path("measures")).stream().map(QueryJson::measure).toList());
    }

    private static GroupKey key(JsonNode json) {
        if (json.isString()) {
            return new GroupKey.ByField(json.stringValue());
        }
        String field = text(json.path("field"), "groupBy");
        if (!json.has("grain")) {
            return new GroupKey.ByField(field);
        }
        String word = text(json.path("grain"), "grain");
        Grain grain = Grain.find(word).orElseThrow(() -> faulty("no grain " + word));
        return new GroupKey.ByTime(field, grain);
    }

    private static Measure measure(JsonNode json) {
        String word = text(json.path("aggregate"), "aggregate");
        return new Measure(
                text(json.path("name"), "measure name"),
                Aggregate.find(word).orElseThrow(() -> faulty("no aggregate " + word)),
                Optional.of(json.path("field")).filter(JsonNode::isString).map(JsonNode::stringValue),
                ConditionJson.list(json.path("where")));
    }

    private static List<Order> order(JsonNode json) {
        List<Order> order = new ArrayList<>();
        for (JsonNode item : items(json)) {
            String column = text(item, "order");
            order.add(column.startsWith("-") ? Order.down(column.substring(1)) : Order.up(column));
        }
        return order;
    }

    private static List<JsonNode> items(JsonNode json) {
        if (json.isMissingNode() || json.isNull()) {
            return List.of();
        }
        if (!json.isArray()) {
            throw faulty("expected a list, not " + json.getNodeType());
        }
        List<JsonNode> items = new ArrayList<>();
        json.forEach(items::add);
        return items;
    }

    private static String text(JsonNode json, String what) {
        if (!json.isString()) {
            throw faulty(what + " must be a text");
        }
        return json.stringValue();
    }

    private static Fault faulty(String detail) {
        return new Fault(DataError.QUERY_FAULTY, detail);
    }
}
