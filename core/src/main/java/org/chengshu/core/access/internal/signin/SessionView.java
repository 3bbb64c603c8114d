package org.chengshu.core.access.internal.signin;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A session without its secret; last used is known to the minute. */
record SessionView(
        UUID id,
        Instant createdAt,
        Optional<Instant> lastUsed,
        Instant expires,
        Optional<String> address,
        Optional<String> device,
        boolean current) {}
