package org.chengshu.sense;

import java.time.Instant;
import java.util.Objects;
import org.chengshu.wire.Value;

/** One value of a series that the reader knows, at its phenomenon time, in the property's unit. Immutable. */
public record Reading(Instant time, Value value) {
    public Reading {
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(value, "value");
    }
}
