package org.chengshu.data.library.definition;

import java.util.Objects;
import java.util.Optional;
import org.chengshu.core.spi.FieldType;
import org.chengshu.data.library.golden.FieldChoice;
import org.chengshu.kernel.Text;

/**
 * A field of the records of a library.
 *
 * @param standard the call of a standard function that every source's value goes through, unless the source names another
 */
public record LibraryField(
        String name,
        Text title,
        FieldType type,
        Optional<String> unit,
        int sensitivity,
        Optional<String> standard,
        FieldChoice choice) {
    public LibraryField {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(standard, "standard");
        Objects.requireNonNull(choice, "choice");
    }
}
