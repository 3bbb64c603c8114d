package org.chengshu.core.spi;

import java.util.Optional;
import org.chengshu.kernel.Text;

/**
 * One column of a published view.
 *
 * @param name the column's name
 * @param unit as printed, such as {@code ug/m3}
 * @param sensitivity 1 public, 2 internal, 3 sensitive, 4 highly sensitive
 */
public record FactField(String name, Text title, FieldType type, Optional<String> unit, int sensitivity) {
    public FactField {
        if (sensitivity < 1 || sensitivity > 4) {
            throw new IllegalArgumentException("sensitivity of field " + name + " must be 1..4, not " + sensitivity);
        }
    }

    public static FactField of(String name, Text title, FieldType type) {
        return new FactField(name, title, type, Optional.empty(), 2);
    }

    public static FactField of(String name, Text title, FieldType type, String unit) {
        return new FactField(name, title, type, Optional.of(unit), 2);
    }
}
