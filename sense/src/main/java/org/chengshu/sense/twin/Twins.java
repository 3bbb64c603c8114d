package org.chengshu.sense.twin;

import java.util.Map;
import java.util.Optional;
import org.chengshu.sense.device.KnownDevice;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a door needs of desired and reported state. All of it asks the database: call it where blocking is allowed. */
public interface Twins {
    /** What the device says of itself; with a problem nothing was taken. */
    Optional<String> report(KnownDevice device, JsonNode state);

    /**
     * What the device is to be and does not say it is; noted as sent. Empty when there is nothing.
     *
     * @param again also what was sent before, as when the device has just come
     */
    Optional<ObjectNode> wishes(KnownDevice device, boolean again);

    /** Everything reported and everything desired, by name. */
    Known known(KnownDevice device);

    record Known(Map<String, JsonNode> reported, Map<String, JsonNode> desired) {
        public Known {
            reported = Map.copyOf(reported);
            desired = Map.copyOf(desired);
        }
    }
}
