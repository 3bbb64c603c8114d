package org.chengshu.sense.rules;

import java.time.Instant;
import java.util.Objects;
import org.chengshu.wire.Value;

/** The last known value of a property, since when it has been so, and when it was last seen. */
public record Held(Value value, Instant since, Instant seen) {
    public Held {
        Objects.requireNonNull(value, "value");
        if (seen.isBefore(since)) {
            throw new IllegalArgumentException("a value is not seen before it is there");
        }
    }
}
