package org.chengshu.indicator;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a value stands against its target; {@code NONE} when there is no target or no value. */
public enum Standing {
    MET,
    MISSED,
    NONE;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
