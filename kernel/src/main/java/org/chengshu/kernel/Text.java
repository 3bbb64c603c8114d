package org.chengshu.kernel;

import java.util.Locale;
import java.util.Objects;

/**
 * A text that people read, in the two languages of the platform. Both are always there: a missing translation is a fault
 * of whoever wrote the text, never something a screen has to cope with. Immutable.
 */
public record Text(String zh, String en) {
    public Text {
        requireWords(zh, "zh");
        requireWords(en, "en");
    }

    public static Text of(String zh, String en) {
        return new Text(zh, en);
    }

    /** The text in the language asked for; anything but English is answered in Chinese. */
    public String in(Locale locale) {
        return Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? en : zh;
    }

    private static void requireWords(String words, String language) {
        Objects.requireNonNull(words, language);
        if (words.isBlank()) {
            throw new IllegalArgumentException("a text needs words in " + language);
        }
    }
}
