package org.chengshu.data.catalogue;

import java.util.Optional;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * One information item (信息项) of a resource. Immutable.
 *
 * @param name as the data calls it
 * @param title as people call it
 * @param length in characters or digits
 */
public record EntryField(
        String name,
        String title,
        String type,
        Optional<Integer> length,
        Optional<String> unit,
        @JsonDeserialize(using = SensitivityReader.class) int sensitivity) {
    public EntryField {
        name = Words.given(name);
        title = Words.given(title).isEmpty() ? name : Words.given(title);
        type = Words.given(type).isEmpty() ? "text" : Words.given(type);
        length = length == null ? Optional.empty() : length;
        unit = Words.optional(unit);
        sensitivity = sensitivity == 0 ? 2 : sensitivity;
    }
}
