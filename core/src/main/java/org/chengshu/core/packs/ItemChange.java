package org.chengshu.core.packs;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * One item as it is in force and as a pack would have it. At least one of the two is there. Immutable.
 *
 * @param before absent when the item is new
 * @param after absent when the item goes
 */
public record ItemChange(String id, Optional<JsonNode> before, Optional<JsonNode> after) {
    /** Whether the item stays and the value at the JSON pointer (RFC 6901) is another. */
    public boolean changes(String pointer) {
        return before.isPresent()
                && after.isPresent()
                && !before.get().at(pointer).equals(after.get().at(pointer));
    }
}
