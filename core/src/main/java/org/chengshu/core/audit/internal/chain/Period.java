package org.chengshu.core.audit.internal.chain;

import java.time.Instant;
import java.util.Optional;

/** From when (inclusive) until when (exclusive), of entries. */
public record Period(Instant from, Instant to) {
    private static final Instant FIRST = Instant.EPOCH;
    private static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");

    public Period {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("from must be before to");
        }
    }

    public static Period of(Optional<Instant> from, Optional<Instant> to) {
        return new Period(from.orElse(FIRST), to.orElse(LAST));
    }

    boolean isToTheEnd() {
        return to.equals(LAST);
    }
}
