package org.chengshu.core.packs.internal.diff;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.chengshu.core.packs.ItemChange;
import org.chengshu.core.packs.internal.diff.Difference.Spot;
import org.chengshu.kernel.Text;
import tools.jackson.databind.JsonNode;

/** Compares two versions of an item field by field. Numbers are equal by value, objects whatever the order of their keys. */
final class ItemComparison {
    private final List<Difference> found = new ArrayList<>();

    private ItemComparison() {}

    static List<Difference> of(JsonNode schema, JsonNode before, JsonNode after) {
        ItemComparison comparison = new ItemComparison();
        comparison.compare(new Spot("", List.of(), SchemaPlace.root(schema)), before, after);
        return List.copyOf(comparison.found);
    }

    static boolean same(JsonNode a, JsonNode b) {
        return ItemChange.same(a, b);
    }

    private void compare(Spot spot, JsonNode before, JsonNode after) {
        if (same(before, after)) {
            return;
        }
        if (isText(before) && isText(after)) {
            texts(spot, before, after);
        } else if (before.isObject() && after.isObject()) {
            objects(spot, before, after);
        } else if (before.isArray() && after.isArray()) {
            lists(spot, before, after);
        } else {
            found.add(new Difference.Value(spot, Optional.of(before), Optional.of(after)));
        }
    }

    private void objects(Spot spot, JsonNode before, JsonNode after) {
        // The stored item has lost the order in which its author wrote it; the new one has it.
        Set<String> keys = new LinkedHashSet<>(after.propertyNames());
        keys.addAll(before.propertyNames());
        for (String key : keys) {
            children(property(spot, key), before.path(key), after.path(key));
        }
    }

    private void children(Spot spot, JsonNode before, JsonNode after) {
        if (before.isMissingNode() || after.isMissingNode()) {
            found.add(new Difference.Value(spot, there(before), there(after)));
        } else {
            compare(spot, before, after);
        }
    }

    /** A text is one thing, unless only one of its languages changes: then the other one would show no difference. */
    private void texts(Spot spot, JsonNode before, JsonNode after) {
        boolean zh = !before.path("zh").equals(after.path("zh"));
        boolean en = !before.path("en").equals(after.path("en"));
        if (zh && en) {
            found.add(new Difference.Value(spot, Optional.of(before), Optional.of(after)));
        } else {
            String language = zh ? "zh" : "en";
            Text name = zh ? Text.of("中文", "Chinese") : Text.of("英文", "English");
            children(inside(spot, language, name), before.path(language), after.path(language));
        }
    }

    private void lists(Spot spot, JsonNode before, JsonNode after) {
        if (Stream.concat(before.valueStream(), after.valueStream()).allMatch(JsonNode::isNumber)) {
            found.add(new Difference.Value(spot, Optional.of(before), Optional.of(after)));
        } else if (Stream.concat(before.valueStream(), after.valueStream()).allMatch(JsonNode::isString)) {
            members(spot, before, after);
        } else {
            ElementKey.common(before, after)
                    .ifPresentOrElse(key -> keyed(spot, key, before, after), () -> inPlace(spot, before, after));
        }
    }

    private void members(Spot spot, JsonNode before, JsonNode after) {
        List<JsonNode> had = before.valueStream().toList();
        List<JsonNode> has = after.valueStream().toList();
        List<JsonNode> added = has.stream().filter(one -> !had.contains(one)).toList();
        List<JsonNode> removed = had.stream().filter(one -> !has.contains(one)).toList();
        found.add(
                added.isEmpty() && removed.isEmpty()
                        ? new Difference.Order(spot)
                        : new Difference.Members(spot, added, removed));
    }

    private void keyed(Spot spot, ElementKey key, JsonNode before, JsonNode after) {
        Set<String> had = new LinkedHashSet<>(key.all(before));
        Set<String> has = new LinkedHashSet<>(key.all(after));
        Set<String> all = new LinkedHashSet<>(has);
        all.addAll(had);
        for (String one : all) {
            int index = has.contains(one) ? key.indexIn(after, one) : key.indexIn(before, one);
            Spot element = element(spot, index, one);
            if (had.contains(one) && has.contains(one)) {
                pair(element, key, key.find(before, one), key.find(after, one));
            } else {
                children(element, key.find(before, one), key.find(after, one));
            }
        }
        had.retainAll(has);
        has.retainAll(had);
        if (!List.copyOf(had).equals(List.copyOf(has))) {
            found.add(new Difference.Order(spot));
        }
    }

    /** What the key says already is not said again. */
    private void pair(Spot element, ElementKey key, JsonNode before, JsonNode after) {
        if (key.kind() == ElementKey.Kind.FIRST && before.size() == 2 && after.size() == 2) {
            compare(
                    new Spot(
                            element.pointer() + "/1",
                            element.path(),
                            element.place().element(1)),
                    before.path(1),
                    after.path(1));
        } else if (key.kind() == ElementKey.Kind.ONLY) {
            String name = before.propertyNames().iterator().next();
            compare(
                    new Spot(
                            element.pointer() + "/" + escaped(name),
                            element.path(),
                            element.place().property(name)),
                    before.path(name),
                    after.path(name));
        } else {
            compare(element, before, after);
        }
    }

    /** Without keys: what is the same at both ends is left out, the rest is paired as it stands. */
    private void inPlace(Spot spot, JsonNode before, JsonNode after) {
        int shorter = Math.min(before.size(), after.size());
        int start = 0;
        while (start < shorter && same(before.path(start), after.path(start))) {
            start++;
        }
        int end = 0;
        while (end < shorter - start
                && same(before.path(before.size() - 1 - end), after.path(after.size() - 1 - end))) {
            end++;
        }
        int longest = Math.max(before.size(), after.size()) - end;
        for (int i = start; i < longest; i++) {
            JsonNode had = i < before.size() - end ? before.path(i) : before.path(-1);
            JsonNode has = i < after.size() - end ? after.path(i) : after.path(-1);
            children(element(spot, i, String.valueOf(i + 1)), had, has);
        }
    }

    private static Spot property(Spot spot, String key) {
        SchemaPlace place = spot.place().property(key);
        Text name = place.name()
                .or(() -> spot.place().keyWord(key))
                .or(() -> CommonNames.of(key))
                .orElseGet(() -> Text.of(key, key));
        return new Spot(spot.pointer() + "/" + escaped(key), with(spot.path(), name), place);
    }

    private static Spot inside(Spot spot, String key, Text name) {
        return new Spot(
                spot.pointer() + "/" + key,
                with(spot.path(), name),
                spot.place().property(key));
    }

    /** "property pm25" takes the place of "properties" where the schema names the element. */
    private static Spot element(Spot spot, int index, String key) {
        SchemaPlace place = spot.place().element(index);
        List<Text> path = place.name()
                .filter(name -> !spot.path().isEmpty())
                .map(name -> with(
                        spot.path().subList(0, spot.path().size() - 1),
                        Text.of(name.zh() + " " + key, name.en() + " " + key)))
                .orElseGet(() -> with(spot.path(), Text.of(key, key)));
        return new Spot(spot.pointer() + "/" + index, path, place);
    }

    private static List<Text> with(List<Text> path, Text more) {
        return Stream.concat(path.stream(), Stream.of(more)).toList();
    }

    private static Optional<JsonNode> there(JsonNode node) {
        return node.isMissingNode() ? Optional.empty() : Optional.of(node);
    }

    static boolean isText(JsonNode node) {
        return node.isObject() && node.path("zh").isString() && node.path("en").isString() && node.size() == 2;
    }

    private static String escaped(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }
}
