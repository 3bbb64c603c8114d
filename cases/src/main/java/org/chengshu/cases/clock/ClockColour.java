package org.chengshu.cases.clock;

import java.util.Locale;

/** How much of a clock's time is used; the worse the higher. */
public enum ClockColour {
    GREEN,
    YELLOW,
    RED,
    OVERDUE;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
