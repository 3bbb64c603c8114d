package org.chengshu.core.notices;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** A way by which a notice reaches somebody. The inbox is always there; mail only once a server is set. */
public enum Channel {
    INBOX,
    EMAIL,
    WEBHOOK;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Channel ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
