package org.chengshu.sense.mapping;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/** A column that becomes a property's readings; numbers are multiplied by the scale, in decimals. */
public record ValueColumn(String column, String property, Optional<BigDecimal> scale) {
    public ValueColumn {
        Objects.requireNonNull(column, "column");
        Objects.requireNonNull(property, "property");
        Objects.requireNonNull(scale, "scale");
    }
}
