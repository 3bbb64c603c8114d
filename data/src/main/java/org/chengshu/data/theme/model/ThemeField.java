package org.chengshu.data.theme.model;

import java.util.Objects;
import java.util.Optional;
import org.chengshu.core.spi.FieldType;
import org.chengshu.kernel.Text;

/**
 * A field of a theme; the query has a column of its name.
 *
 * @param level its sensitivity where its author says so; otherwise the highest of what it is made of
 * @param reason why it is less sensitive than what it is made of
 */
public record ThemeField(
        String name,
        Text title,
        FieldType type,
        Optional<String> unit,
        Optional<Integer> level,
        Optional<Text> reason) {
    public ThemeField {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(reason, "reason");
    }
}
