package org.chengshu.alarm;

import java.util.Locale;
import java.util.Objects;

/**
 * Why an alarm does not count at present: a maintenance window covers it, something it depends on is down, or it is one
 * of a storm. {@code by} is the id of that window, of the parent's alarm, or of the storm. Immutable.
 */
public record Suppression(Kind kind, String by) {
    /** The three reasons; on the wire and in the database the {@link #word()}. */
    public enum Kind {
        WINDOW,
        PARENT,
        STORM;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The kind of a {@link #word()}; anything else is an {@link IllegalArgumentException}. */
        public static Kind ofWord(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    public Suppression {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(by, "by");
    }
}
