package org.chengshu.core.tree.internal.imports;

import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A row or feature as the file has it. Not sound when its columns do not fit the head or its quotes are wrong. */
record RawRow(String place, Map<String, String> fields, Optional<JsonNode> geometry, boolean sound) {}
