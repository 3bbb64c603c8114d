package org.chengshu.sense.rulebook;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A rule as its pack wrote it, and what somebody said of it since. */
record StoredRule(String id, String product, JsonNode body, Optional<Boolean> switched) {
    boolean isEnabled() {
        return switched.orElse(body.path("enabled").asBoolean(true));
    }

    boolean isAbsence() {
        return body.has("absent");
    }

    boolean isShared() {
        return !body.path("scope").asString("device").equals("device");
    }
}
