package org.chengshu.data.tag;

import java.time.Instant;
import java.util.Optional;

/** One working out of a tag; rows that have it, got it and lost it. */
record TagRun(
        String cause,
        int version,
        Instant startedAt,
        Optional<Instant> endedAt,
        Optional<Long> rows,
        Optional<Long> gained,
        Optional<Long> lost,
        Optional<String> error) {}
