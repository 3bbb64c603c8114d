package org.chengshu.core.packs;

import java.util.List;
import org.chengshu.kernel.Text;
import tools.jackson.databind.JsonNode;

/**
 * A module's part of a pack: a bean per top-level key of the files. {@code check} and {@code apply} are called with all
 * items of the section over all files of one pack, in the order of paths and lines; nothing is kept between calls.
 */
public interface PackSection {
    /** The top-level key, such as {@code areas}. */
    String name();

    /** JSON Schema (2020-12) of one item. Let it refuse unknown properties. */
    JsonNode schema();

    /** Checks what a schema cannot: references, expressions. Called with the items that passed the schema. */
    void check(PackContents contents, List<PackItem> items, PackFaults faults);

    /**
     * Makes the store hold exactly these items for this pack: upserts them and retires what the pack had and has no
     * more. Runs in the transaction of the whole pack; also called with no items. Applying the same twice changes
     * nothing.
     */
    void apply(String packId, List<PackItem> items);

    /** Sections are checked and applied from low to high; what others refer to is low. */
    int order();

    /** Whether the section's store has the item, though no pack brought it. */
    default boolean holds(String id) {
        return false;
    }

    /** What a change means for what is in use, in sentences; shown before it is made. */
    default List<Text> effects(ItemChange change) {
        return List.of();
    }

    /** Items that were made by hand and belong to no pack, as a pack would say them; to be taken into one. */
    default List<JsonNode> madeByHand() {
        return List.of();
    }
}
