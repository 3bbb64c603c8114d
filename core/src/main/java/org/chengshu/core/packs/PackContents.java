package org.chengshu.core.packs;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What will be there once the pack under check is applied: its own items and those of the installed packs, except what
 * the former version of this pack had and this one has not. For checks of references between items.
 */
public interface PackContents {
    String packId();

    /** In this pack, in an installed one, or known to the section by another way ({@link PackSection#holds}). */
    boolean exists(String section, String id);

    /** The item's JSON, from this pack or an installed one. */
    Optional<JsonNode> find(String section, String id);

    /** This pack's items of the section that passed its schema. */
    List<PackItem> items(String section);

    /** Every id of the section, of this pack and the installed ones; to name the nearest in a fault. */
    List<String> ids(String section);
}
