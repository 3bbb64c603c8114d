package org.chengshu.core.packs.internal.diff;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** By what the elements of a list are told apart, so that one that moved is not taken for another. */
record ElementKey(Kind kind, String property) {
    private static final List<String> NAMES = List.of("id", "code", "name", "field", "key", "column");

    enum Kind {
        /** A property of the element. */
        PROPERTY,
        /** The only property's name. */
        ONLY,
        /** The first of the element's own elements, as the threshold of a step. */
        FIRST
    }

    /** A way in which all elements of both lists have keys of their own; nothing when there is none. */
    static Optional<ElementKey> common(JsonNode before, JsonNode after) {
        return candidates().filter(key -> key.fits(before) && key.fits(after)).findFirst();
    }

    List<String> all(JsonNode list) {
        return list.valueStream().map(this::of).toList();
    }

    JsonNode find(JsonNode list, String key) {
        int index = indexIn(list, key);
        return index < 0 ? MissingNode.getInstance() : list.path(index);
    }

    int indexIn(JsonNode list, String key) {
        return all(list).indexOf(key);
    }

    private static Stream<ElementKey> candidates() {
        return Stream.concat(
                NAMES.stream().map(name -> new ElementKey(Kind.PROPERTY, name)),
                Stream.of(new ElementKey(Kind.ONLY, ""), new ElementKey(Kind.FIRST, "")));
    }

    private boolean fits(JsonNode list) {
        List<String> keys = all(list);
        return keys.stream().noneMatch(String::isEmpty) && new HashSet<>(keys).size() == keys.size();
    }

    /** Empty when the element has none. */
    private String of(JsonNode element) {
        return switch (kind) {
            case PROPERTY -> scalar(element.path(property));
            case ONLY ->
                element.isObject() && element.size() == 1
                        ? element.propertyNames().iterator().next()
                        : "";
            case FIRST -> element.isArray() && element.size() > 1 ? scalar(element.path(0)) : "";
        };
    }

    private static String scalar(JsonNode node) {
        return node.isNumber() ? ValueWords.number(node) : node.asString("");
    }
}
