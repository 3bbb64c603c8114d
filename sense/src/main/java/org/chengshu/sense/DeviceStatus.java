package org.chengshu.sense;

import java.util.Locale;

/**
 * How a device stands by arrival time: online when heard within its product's {@code maxSilence} (a day where the product
 * names none), silent when it was heard before but not within it, offline when it was never heard.
 */
public enum DeviceStatus {
    ONLINE,
    OFFLINE,
    SILENT;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The status of a {@link #word()}; anything else is an {@link IllegalArgumentException}. */
    public static DeviceStatus ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
