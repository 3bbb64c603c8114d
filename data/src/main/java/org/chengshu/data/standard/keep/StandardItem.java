package org.chengshu.data.standard.keep;

import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A data element or code table as it is kept.
 *
 * @param content as a pack would say it
 */
public record StandardItem(
        String id, JsonNode content, Optional<String> pack, int version, Instant changedAt, String changedBy) {}
