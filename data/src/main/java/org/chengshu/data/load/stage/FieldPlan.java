package org.chengshu.data.load.stage;

import java.util.Objects;

/**
 * How one field of a dataset is filled. Immutable.
 *
 * @param column of the feed; -1 for a field that it does not fill
 * @param key whether a row without it cannot be told from others
 */
public record FieldPlan(String field, int column, Conversion conversion, boolean key) {
    public FieldPlan {
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(conversion, "conversion");
    }
}
