package org.chengshu.sense.product;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chengshu.core.packs.ItemChange;
import org.chengshu.kernel.Text;
import tools.jackson.databind.JsonNode;

/**
 * One difference between two states of a thing model. The kind is a stable word: property-added, property-removed,
 * property-retyped, property-changed, function-added, function-removed, function-changed, or that something else of the
 * product (silence, decoder, limits, title) changed. Immutable.
 */
record ModelChange(String kind, String subject, Text text) {
    private static final Set<String> LISTS = Set.of("properties", "functions");

    /** What leads from one state to another; nothing when they are the same. */
    static List<ModelChange> between(JsonNode before, JsonNode after) {
        List<ModelChange> changes = new ArrayList<>();
        changes.addAll(things("property", before.path("properties"), after.path("properties")));
        changes.addAll(things("function", before.path("functions"), after.path("functions")));
        Set<String> keys = new LinkedHashSet<>(before.propertyNames());
        keys.addAll(after.propertyNames());
        keys.stream()
                .filter(key -> !LISTS.contains(key) && !ItemChange.same(before.path(key), after.path(key)))
                .map(key -> new ModelChange(
                        "changed",
                        key,
                        Text.of(
                                key + "：" + show(before, key) + " → " + show(after, key),
                                key + ": " + show(before, key) + " → " + show(after, key))))
                .forEach(changes::add);
        return changes;
    }

    private static List<ModelChange> things(String kind, JsonNode before, JsonNode after) {
        Map<String, JsonNode> had = byId(before);
        Map<String, JsonNode> has = byId(after);
        List<ModelChange> changes = new ArrayList<>();
        has.forEach((id, now) -> {
            JsonNode then = had.get(id);
            if (then == null) {
                changes.add(new ModelChange(kind + "-added", id, Text.of("新增 " + id, id + " was added")));
            } else if (!ItemChange.same(then, now)) {
                changes.add(changed(kind, id, then, now));
            }
        });
        had.keySet().stream()
                .filter(id -> !has.containsKey(id))
                .map(id -> new ModelChange(kind + "-removed", id, Text.of("去掉 " + id, id + " was removed")))
                .forEach(changes::add);
        return changes;
    }

    private static ModelChange changed(String kind, String id, JsonNode then, JsonNode now) {
        if (!ItemChange.same(then.path("type"), now.path("type"))) {
            String types = show(then, "type") + " → " + show(now, "type");
            return new ModelChange(
                    kind + "-retyped", id, Text.of(id + " 换了类型：" + types, id + " was retyped: " + types));
        }
        List<String> parts = new ArrayList<>();
        Set<String> keys = new LinkedHashSet<>(then.propertyNames());
        keys.addAll(now.propertyNames());
        keys.stream()
                .filter(key -> !ItemChange.same(then.path(key), now.path(key)))
                .forEach(key -> parts.add(key + " " + show(then, key) + " → " + show(now, key)));
        String what = String.join(", ", parts);
        return new ModelChange(kind + "-changed", id, Text.of(id + "：" + what, id + ": " + what));
    }

    private static Map<String, JsonNode> byId(JsonNode list) {
        Map<String, JsonNode> by = new LinkedHashMap<>();
        list.forEach(one -> by.put(one.path("id").asString(""), one));
        return by;
    }

    private static String show(JsonNode of, String key) {
        JsonNode value = of.path(key);
        if (value.isMissingNode()) {
            return "-";
        }
        String text = value.isString() ? value.stringValue() : value.toString();
        return text.length() > 80 ? text.substring(0, 80) + "…" : text;
    }
}
