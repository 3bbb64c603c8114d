package org.chengshu.sense.rulebook;

import tools.jackson.databind.JsonNode;

/** A rule as its pack wrote it. */
record StoredRule(String id, String product, JsonNode body) {}
