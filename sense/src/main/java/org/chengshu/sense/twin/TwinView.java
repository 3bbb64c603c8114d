package org.chengshu.sense.twin;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Desired and reported state of a device, by name. */
record TwinView(String device, long version, boolean inSync, List<Attribute> attributes) {
    TwinView {
        attributes = List.copyOf(attributes);
    }

    record Attribute(
            String name,
            Optional<JsonNode> desired,
            Optional<Instant> desiredAt,
            Optional<String> desiredBy,
            Optional<Instant> sentAt,
            Optional<JsonNode> reported,
            Optional<Instant> reportedAt,
            boolean inSync) {}
}
