package org.chengshu.kernel.time;

import java.time.LocalTime;
import java.util.Objects;

/**
 * One stretch of work within a day, such as 09:00 to 12:00, the start included and the end not. An end of 00:00 means
 * the end of the day, so a shift from 00:00 to 00:00 is the whole day. Immutable.
 */
public record Shift(LocalTime from, LocalTime to) {
    public Shift {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        if (!to.equals(LocalTime.MIDNIGHT) && !to.isAfter(from)) {
            throw new IllegalArgumentException("a shift must end after it begins: " + from + " to " + to);
        }
    }

    /** Reads times such as {@code "09:00"}, {@code "12:00"}. */
    public static Shift of(String from, String to) {
        return new Shift(LocalTime.parse(from), LocalTime.parse(to));
    }

    boolean endsWithTheDay() {
        return to.equals(LocalTime.MIDNIGHT);
    }

    boolean isBefore(Shift next) {
        return !endsWithTheDay() && !to.isAfter(next.from);
    }
}
