package org.chengshu.alarm;

import java.util.Locale;

/**
 * Whether an alarm says that a condition holds or that its subject has fallen silent. A silence alarm stops every clock
 * that waits for its subject's word. On the wire and in the database it is the {@link #word()}.
 */
public enum AlarmSort {
    CONDITION,
    SILENCE;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The sort of a {@link #word()}; anything else is an {@link IllegalArgumentException}. */
    public static AlarmSort ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
