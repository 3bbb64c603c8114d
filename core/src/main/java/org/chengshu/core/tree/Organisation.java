package org.chengshu.core.tree;

import java.util.Objects;
import java.util.Optional;
import org.chengshu.kernel.Text;

/**
 * A department, team or enterprise of the city, in a tree of its own; it may be bound to an area by the area's code.
 * {@code pack} and {@code version} as with an {@link Area}.
 */
public record Organisation(
        String code,
        Text name,
        String kind,
        Optional<String> parent,
        String path,
        Optional<String> areaCode,
        Optional<String> pack,
        int version) {
    public Organisation {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(parent, "parent");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(areaCode, "areaCode");
        Objects.requireNonNull(pack, "pack");
    }

    /** An organisation that belongs to no pack. */
    public static Organisation of(
            String code, Text name, String kind, Optional<String> parent, String path, Optional<String> areaCode) {
        return new Organisation(code, name, kind, parent, path, areaCode, Optional.empty(), 1);
    }
}
