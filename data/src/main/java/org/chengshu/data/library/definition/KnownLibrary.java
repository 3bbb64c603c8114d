package org.chengshu.data.library.definition;

import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A library that is declared.
 *
 * @param number its number in tables
 * @param json as its author wrote it
 */
public record KnownLibrary(
        int number, Library library, Optional<String> pack, int version, Instant changedAt, JsonNode json) {
    public String id() {
        return library.id();
    }
}
