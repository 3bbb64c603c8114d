package org.chengshu.core.access;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A token without its secret; last used is known to the minute. */
public record TokenView(
        UUID id,
        UUID account,
        String label,
        TokenScope scope,
        Instant createdAt,
        Optional<Instant> expires,
        Optional<Instant> lastUsed) {}
