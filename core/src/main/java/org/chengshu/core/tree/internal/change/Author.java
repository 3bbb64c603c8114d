package org.chengshu.core.tree.internal.change;

import java.util.Optional;
import java.util.UUID;
import org.chengshu.core.access.Viewer;

/** Who changes a tree, and why. */
public record Author(Optional<UUID> account, String name, String reason) {
    public static Author of(Viewer viewer, String reason) {
        return new Author(Optional.of(viewer.accountId()), viewer.name(), reason);
    }

    public static Author pack(String id) {
        return new Author(Optional.empty(), "system", "pack " + id);
    }
}
