package org.chengshu.sense;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.chengshu.kernel.Text;
import org.chengshu.kernel.geo.Position;

/**
 * One device as it is registered. The code is its id for good. A device without an area has the path of the whole city and
 * is seen by whole-city viewers only; position is WGS-84; owner is an organisation's code. Immutable.
 */
public record Device(
        String code,
        String product,
        Text title,
        Optional<String> area,
        String areaPath,
        Optional<Position> position,
        Optional<String> owner,
        Map<String, String> tags) {
    /** The kind under which alarms and traces know a device. */
    public static final String KIND = "device";

    public Device {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(product, "product");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(areaPath, "areaPath");
        tags = Map.copyOf(tags);
    }
}
