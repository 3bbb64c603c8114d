package org.chengshu.sense;

import java.util.Locale;
import java.util.Optional;

/** What a property's readings are: finite numbers, truth values or texts. The wire and packs carry the lower-case name. */
public enum PropertyType {
    NUMBER,
    BOOLEAN,
    TEXT;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<PropertyType> ofWord(String word) {
        for (PropertyType type : values()) {
            if (type.word().equals(word)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
