package org.chengshu.sense;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.chengshu.kernel.Text;

/**
 * One thing that a kind of device reports. The id is a name that formulas can use. Only numbers have a unit or a range.
 * Immutable.
 */
public record Property(String id, Text title, PropertyType type, Optional<String> unit, Optional<Range> range) {
    public static final String ID_PATTERN = "[a-zA-Z][a-zA-Z0-9_]{0,63}";
    private static final Pattern ID = Pattern.compile(ID_PATTERN);

    public Property {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(type, "type");
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("a property's id is letters, digits and _, not " + id);
        }
        if (type != PropertyType.NUMBER && (unit.isPresent() || range.isPresent())) {
            throw new IllegalArgumentException("only numbers have a unit or a range, " + id + " is " + type.word());
        }
    }
}
