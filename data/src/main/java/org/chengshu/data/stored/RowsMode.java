package org.chengshu.data.stored;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * What a promoted revision does to the rows before it: {@code REPLACE} takes the place of all, {@code MERGE} of those with
 * the same keys, {@code APPEND} of none. Former revisions stay readable in every mode.
 */
public enum RowsMode {
    REPLACE,
    MERGE,
    APPEND;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
