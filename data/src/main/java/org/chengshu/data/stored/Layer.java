package org.chengshu.data.stored;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Which layer a stored dataset belongs to; the first part of its id. */
public enum Layer {
    RAW("lake"),
    BASE("base"),
    THEME("theme");

    private final String schema;

    Layer(String schema) {
        this.schema = schema;
    }

    /** The schema that holds its tables. */
    String schema() {
        return schema;
    }

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The layer that an id such as {@code raw.enterprise} names. */
    public static Optional<Layer> ofId(String id) {
        return Stream.of(values())
                .filter(layer -> id.startsWith(layer.word() + "."))
                .findFirst();
    }
}
