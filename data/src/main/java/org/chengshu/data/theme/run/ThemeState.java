package org.chengshu.data.theme.run;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * How a theme's rows stand. {@code WAITING} for its first run; {@code FRESH}; {@code STALE}: the gate held it back, so its rows
 * are those of before; {@code FAILED}: the database refused its query.
 */
public enum ThemeState {
    WAITING,
    FRESH,
    STALE,
    FAILED;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ThemeState ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
