package org.chengshu.data;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a group of rows becomes one value. {@code COUNT} counts rows, or with a field the rows that have it; {@code SHARE} is
 * the part (0..1) of the rows that fulfil the measure's conditions; the others need a numeric field, {@code MIN} and
 * {@code MAX} also take times. Over no rows all but {@code COUNT} are absent.
 */
public enum Aggregate {
    COUNT,
    SUM,
    MEAN,
    MIN,
    MAX,
    SHARE;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Aggregate> find(String word) {
        return Stream.of(values())
                .filter(aggregate -> aggregate.word().equals(word))
                .findFirst();
    }
}
