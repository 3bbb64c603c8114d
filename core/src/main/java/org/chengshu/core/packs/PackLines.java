package org.chengshu.core.packs;

import java.util.Map;

/**
 * Where each node of an item stands in its file: JSON pointer (RFC 6901, {@code ""} is the item itself) to line, counted
 * from 1. Immutable.
 */
public record PackLines(Map<String, Integer> byPointer) {
    public PackLines {
        byPointer = Map.copyOf(byPointer);
    }

    /** The line of the node, or of the nearest node around it when it is absent from the file. */
    public int line(String jsonPointer) {
        String pointer = jsonPointer;
        while (!byPointer.containsKey(pointer) && !pointer.isEmpty()) {
            pointer = pointer.substring(0, Math.max(0, pointer.lastIndexOf('/')));
        }
        return byPointer.getOrDefault(pointer, 1);
    }
}
