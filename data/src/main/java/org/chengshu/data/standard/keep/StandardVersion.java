package org.chengshu.data.standard.keep;

import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What a version was; without content it was removed. */
public record StandardVersion(int version, Optional<JsonNode> content, Instant changedAt, String changedBy) {}
