package org.chengshu.core.spi;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * What a field of a {@link Fact} holds, and so how it may be compared and aggregated: {@code NUMBER} is a decimal or
 * floating column, {@code INSTANT} a timestamptz, {@code DATE} a day in the city's zone.
 */
public enum FieldType {
    NUMBER,
    INTEGER,
    TEXT,
    BOOLEAN,
    INSTANT,
    DATE;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
