package org.chengshu.sense;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.chengshu.kernel.Text;
import org.chengshu.kernel.geo.Position;

/**
 * One device as it is registered. The code is its id for good. A device without an area has the path of the whole city and
 * is seen by whole-city viewers only; position is WGS-84; owner is an organisation's code; parent is the code of the
 * device, such as a gateway, that it cannot report without. Immutable.
 */
public record Device(
        String code,
        String product,
        Text title,
        Optional<String> area,
        String areaPath,
        Optional<Position> position,
        Optional<String> owner,
        Map<String, String> tags,
        Lifecycle lifecycle,
        Optional<String> parent) {
    /** The kind under which alarms and traces know a device. */
    public static final String KIND = "device";

    public Device {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(product, "product");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(areaPath, "areaPath");
        Objects.requireNonNull(lifecycle, "lifecycle");
        Objects.requireNonNull(parent, "parent");
        tags = Map.copyOf(tags);
    }

    /** An active device that depends on no other. */
    public Device(
            String code,
            String product,
            Text title,
            Optional<String> area,
            String areaPath,
            Optional<Position> position,
            Optional<String> owner,
            Map<String, String> tags) {
        this(code, product, title, area, areaPath, position, owner, tags, Lifecycle.ACTIVE, Optional.empty());
    }
}
