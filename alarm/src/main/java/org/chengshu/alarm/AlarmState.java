package org.chengshu.alarm;

import java.util.Locale;

/**
 * How far an alarm has come: raised, then possibly acknowledged, then cleared. An alarm may clear without having been
 * acknowledged; a cleared one stays cleared. On the wire it is the {@link #word()}.
 */
public enum AlarmState {
    RAISED,
    ACKNOWLEDGED,
    CLEARED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
