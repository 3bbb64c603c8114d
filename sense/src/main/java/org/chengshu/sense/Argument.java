package org.chengshu.sense;

import java.util.Objects;
import java.util.Optional;
import org.chengshu.kernel.Text;

/** One argument of a function; a range only holds for numbers. Immutable. */
public record Argument(
        String id, Text title, PropertyType type, Optional<String> unit, Optional<Range> range, boolean required) {
    public Argument {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(type, "type");
    }
}
