package org.chengshu.core.packs;

import java.util.Map;

/**
 * A pack made of what belongs to none: things that people made on screens, in the sections that can tell them apart.
 * Immutable.
 *
 * @param items how many of each section
 */
public record PackDraft(Map<String, String> files, Map<String, Integer> items) {
    public PackDraft {
        files = Map.copyOf(files);
        items = Map.copyOf(items);
    }
}
