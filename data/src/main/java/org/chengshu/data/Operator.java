package org.chengshu.data;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a condition compares. {@code BETWEEN} includes both ends; {@code NE} also holds for absent values; every other
 * comparison is false for them.
 */
public enum Operator {
    EQ(1, 1),
    NE(1, 1),
    LT(1, 1),
    LE(1, 1),
    GT(1, 1),
    GE(1, 1),
    IN(1, 1_000),
    BETWEEN(2, 2),
    IS_NULL(1, 1),
    STARTS_WITH(1, 1);

    private final int fewest;
    private final int most;

    Operator(int fewest, int most) {
        this.fewest = fewest;
        this.most = most;
    }

    boolean takes(int values) {
        return values >= fewest && values <= most;
    }

    /** As written in packs and queries, such as {@code is-null}. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Operator> find(String word) {
        return Stream.of(values())
                .filter(operator -> operator.word().equals(word))
                .findFirst();
    }
}
