package org.chengshu.data.library.match;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What of a value two rows must share to be compared at all. A value may give several keys; rows that share one meet. Pure.
 */
public enum Block {
    /** The whole value without width, case, blanks and signs. */
    SAME,
    /** Its first four letters. */
    START,
    /** A firm's own name and trade with its branch, whatever its place and form. */
    FIRM,
    /** The first four letters of a firm's own name with each of them left out once, so that one may be wrong. */
    FIRM_START,
    /** The road and the first number on it. */
    DOOR;

    private static final int START_LETTERS = 4;

    List<String> keys(String value) {
        return switch (this) {
            case SAME -> filled(Plain.letters(value));
            case START -> filled(start(Plain.letters(value)));
            case FIRM -> filled(whole(FirmName.of(value)));
            case FIRM_START -> deletions(start(FirmName.of(value).core()));
            case DOOR -> filled(AddressText.of(value).door());
        };
    }

    /** As written in packs. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Block> find(String word) {
        return Stream.of(values()).filter(one -> one.word().equals(word)).findFirst();
    }

    private static String whole(FirmName name) {
        return name.core().isEmpty() ? "" : name.core() + '|' + name.branch();
    }

    private static String start(String text) {
        return text.substring(0, Math.min(START_LETTERS, text.length()));
    }

    private static List<String> filled(String key) {
        return key.isEmpty() ? List.of() : List.of(key);
    }

    private static List<String> deletions(String start) {
        if (start.length() < START_LETTERS) {
            return filled(start);
        }
        Set<String> keys = new LinkedHashSet<>();
        for (int i = 0; i < start.length(); i++) {
            keys.add(start.substring(0, i) + start.substring(i + 1));
        }
        return List.copyOf(keys);
    }
}
