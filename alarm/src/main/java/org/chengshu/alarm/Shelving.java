package org.chengshu.alarm;

import java.time.Instant;
import java.util.Objects;

/** Set aside by a person until a time of the platform's clock, and why; it comes back by itself. Immutable. */
public record Shelving(Instant until, String by, String reason) {
    public Shelving {
        Objects.requireNonNull(until, "until");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(reason, "reason");
    }
}
