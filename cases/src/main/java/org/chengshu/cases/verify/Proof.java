package org.chengshu.cases.verify;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What a sensor has proved: the alarms clear, and itself heard, from {@code from} for {@code verifyFor}. */
record Proof(
        Instant clearSince,
        Instant from,
        Duration verifyFor,
        Instant lastSeen,
        Optional<Duration> maxSilence,
        Instant closedAt) {
    Instant to() {
        return from.plus(verifyFor);
    }
}
