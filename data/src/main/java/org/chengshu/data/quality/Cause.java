package org.chengshu.data.quality;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why rules were run: over a load before it is promoted, over what is current after one, at the daily time, or by hand. */
public enum Cause {
    LOAD,
    REFRESH,
    SCHEDULE,
    HAND;

    @JsonValue
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Cause ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
