package org.chengshu.sense;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Which devices a group holds at the moment: all that is asked must fit. The area with all below it; every tag, {@code *} for
 * any value; retired devices only when the lifecycle asks for them. Immutable.
 */
public record GroupQuery(
        Optional<String> product,
        Optional<String> area,
        Map<String, String> tags,
        Optional<DeviceStatus> status,
        Optional<Lifecycle> lifecycle) {
    public GroupQuery {
        Objects.requireNonNull(product, "product");
        Objects.requireNonNull(area, "area");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(lifecycle, "lifecycle");
        tags = Map.copyOf(tags);
    }

    /** Whether the answer changes as time goes by, though no device does. */
    public boolean changesByItself() {
        return status.isPresent();
    }
}
