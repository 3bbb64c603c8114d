package org.chengshu.core.settings;

import java.util.Objects;

/**
 * A word that only the program may know: a password, a key. It never shows itself: not in logs, not in JSON, not in the
 * text of an exception. Whoever needs it asks by {@link #reveal} and keeps it no longer than needed. Immutable.
 */
public final class Secret {
    /** What stands for a secret wherever it would be shown. */
    public static final String HIDDEN = "***";

    private final String word;

    private Secret(String word) {
        this.word = Objects.requireNonNull(word, "word");
    }

    public static Secret of(String word) {
        return new Secret(word);
    }

    public String reveal() {
        return word;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && secret.word.equals(word);
    }

    @Override
    public int hashCode() {
        return word.hashCode();
    }

    @Override
    public String toString() {
        return HIDDEN;
    }
}
