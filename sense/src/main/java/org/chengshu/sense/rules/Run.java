package org.chengshu.sense.rules;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** An unbroken true run of one rule on one device; raised once it has lasted long enough. */
public record Run(String fingerprint, Instant since, Optional<Instant> raisedAt) {
    public Run {
        Objects.requireNonNull(fingerprint, "fingerprint");
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(raisedAt, "raisedAt");
    }

    boolean isRaised() {
        return raisedAt.isPresent();
    }
}
