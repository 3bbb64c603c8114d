package org.chengshu.data.library.golden;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** By what the value of a golden record is chosen among those of its rows; rows without a value never take part. */
public enum Criterion {
    /** Of the source that is trusted most. */
    PRIORITY,
    /** Of the row that was changed last; rows that do not tell come after those that do. */
    NEWEST,
    /** The value that most rows have. */
    FREQUENT,
    LONGEST,
    SHORTEST;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Criterion> find(String word) {
        return Stream.of(values()).filter(one -> one.word().equals(word)).findFirst();
    }
}
