package org.chengshu.sense.fleet;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.chengshu.kernel.Text;
import org.chengshu.kernel.geo.Position;
import org.chengshu.sense.DeviceStatus;
import org.chengshu.sense.Lifecycle;

/** A device as lists show it, with how it stands, whether it is connected to this node now, and what it last said. */
record DeviceItem(
        String code,
        String product,
        Text title,
        Optional<String> area,
        String areaPath,
        Optional<Position> position,
        Optional<String> owner,
        Map<String, String> tags,
        Lifecycle lifecycle,
        Optional<String> parent,
        DeviceStatus status,
        boolean online,
        Optional<Instant> lastSeen,
        Map<String, Latest> latest) {
    record Latest(Object value, Instant time) {}
}
