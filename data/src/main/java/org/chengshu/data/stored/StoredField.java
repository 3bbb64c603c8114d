package org.chengshu.data.stored;

import java.util.Objects;
import java.util.Optional;
import org.chengshu.core.spi.FactField;
import org.chengshu.core.spi.FieldType;
import org.chengshu.kernel.Text;

/**
 * A field of a stored dataset. Immutable.
 *
 * @param sensitivity 1..4
 * @param standard code of the data element that it follows
 * @param origin what the source calls it
 */
public record StoredField(
        String name,
        Text title,
        FieldType type,
        Optional<String> unit,
        int sensitivity,
        Optional<String> standard,
        Optional<String> origin) {
    public StoredField {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(type, "type");
        unit = Objects.requireNonNullElse(unit, Optional.empty());
        standard = Objects.requireNonNullElse(standard, Optional.empty());
        origin = Objects.requireNonNullElse(origin, Optional.empty());
    }

    public static StoredField of(String name, Text title, FieldType type) {
        return new StoredField(name, title, type, Optional.empty(), 2, Optional.empty(), Optional.empty());
    }

    /** Whether every value of the former field is one of this too, written as it was. */
    boolean isWiderThan(StoredField before) {
        return switch (before.type) {
            case INTEGER -> type == FieldType.NUMBER || type == FieldType.TEXT;
            case NUMBER, BOOLEAN, DATE -> type == FieldType.TEXT;
            case TEXT, INSTANT -> false;
        };
    }

    public FactField fact() {
        return new FactField(name, title, type, unit, sensitivity);
    }
}
