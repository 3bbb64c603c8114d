package org.chengshu.sense.trial;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What a trial is to be of; it survives a restart as JSON. */
record TrialInput(JsonNode rule, Instant from, Instant to, List<String> devices, Optional<String> area) {
    TrialInput {
        devices = devices == null ? List.of() : List.copyOf(devices);
        area = area == null ? Optional.empty() : area;
    }
}
