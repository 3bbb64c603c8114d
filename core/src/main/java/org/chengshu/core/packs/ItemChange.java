package org.chengshu.core.packs;

import java.util.Comparator;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * One item as it is in force and as a pack would have it. At least one of the two is there. Immutable.
 *
 * @param before absent when the item is new
 * @param after absent when the item goes
 */
public record ItemChange(String id, Optional<JsonNode> before, Optional<JsonNode> after) {
    private static final Comparator<JsonNode> BY_VALUE = (a, b) -> {
        if (a.isNumber() && b.isNumber()) {
            return a.decimalValue().compareTo(b.decimalValue());
        }
        return a.equals(b) ? 0 : 1;
    };

    /** Whether the item stays and the value at the JSON pointer (RFC 6901) is another. */
    public boolean changes(String pointer) {
        return before.isPresent()
                && after.isPresent()
                && !same(before.get().at(pointer), after.get().at(pointer));
    }

    /** Whether the item stays, and has a value at the JSON pointer before and after, which is another. */
    public boolean replaces(String pointer) {
        return changes(pointer)
                && !before.orElseThrow().at(pointer).isMissingNode()
                && !after.orElseThrow().at(pointer).isMissingNode();
    }

    /** Equality that takes numbers by their value and objects whatever the order of their keys. */
    public static boolean same(JsonNode a, JsonNode b) {
        return a.equals(BY_VALUE, b);
    }
}
