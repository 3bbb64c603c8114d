package org.chengshu.data.theme.run;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a run of a theme ended. {@code UNCHANGED}: no period was touched; {@code HELD}: the gate was closed. */
public enum RunState {
    RUNNING,
    DONE,
    UNCHANGED,
    HELD,
    FAILED;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static RunState ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
