package org.chengshu.sense;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** How many messages, single values and bytes may come in a second; what is absent is not limited here. Immutable. */
public record Limits(Optional<Double> messages, Optional<Double> values, Optional<Double> bytes) {
    public static final Limits NONE = new Limits(Optional.empty(), Optional.empty(), Optional.empty());

    public Limits {
        Objects.requireNonNull(messages, "messages");
        if (Stream.of(messages, values, bytes)
                .flatMap(Optional::stream)
                .anyMatch(limit -> !(limit > 0) || limit.isInfinite())) {
            throw new IllegalArgumentException("a limit is more than nothing");
        }
    }

    /** These, and where these say nothing the other's. */
    public Limits or(Limits other) {
        return new Limits(messages.or(other::messages), values.or(other::values), bytes.or(other::bytes));
    }
}
