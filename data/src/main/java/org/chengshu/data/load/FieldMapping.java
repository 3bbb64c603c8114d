package org.chengshu.data.load;

import java.util.Objects;
import java.util.Optional;

/**
 * Which column of a feed fills a field. Immutable.
 *
 * @param standard name of the standard function that values pass before they are converted
 * @param format how times and days are written, after {@code java.time.format.DateTimeFormatter}; empty for the usual ways
 */
public record FieldMapping(String field, String column, Optional<String> standard, Optional<String> format) {
    public FieldMapping {
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(column, "column");
        standard = Objects.requireNonNullElse(standard, Optional.empty());
        format = Objects.requireNonNullElse(format, Optional.empty());
    }

    public static FieldMapping of(String field, String column) {
        return new FieldMapping(field, column, Optional.empty(), Optional.empty());
    }
}
