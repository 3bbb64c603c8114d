package org.chengshu.sense;

import java.util.Locale;

/** A way by which readings come in. Each has counters of its own; the word is what the wire and the database carry. */
public enum Door {
    HTTP,
    MQTT,
    GATEWAY_HTTP,
    GATEWAY_MQTT,
    IMPORT;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
