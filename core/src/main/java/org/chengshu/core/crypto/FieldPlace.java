package org.chengshu.core.crypto;

import java.util.List;

/**
 * Where a sealed value stands: table, column and row. A value is bound to its place; copied to another row or column it can
 * no longer be opened, so nobody gives a person another's data by moving it. Immutable.
 */
public record FieldPlace(String table, String column, String row) {
    public FieldPlace {
        for (String part : List.of(table, column, row)) {
            if (part.isBlank()) {
                throw new IllegalArgumentException("a place has a table, a column and a row");
            }
        }
    }
}
