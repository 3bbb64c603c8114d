package org.chengshu.core.audit;

import java.time.Instant;
import java.util.Optional;

/** Which entries to list: all given parts must hold; an event ending in a dot means all events that start so; from is inclusive, to exclusive. */
public record AuditFilter(
        Optional<String> event,
        Optional<String> who,
        Optional<AuditOutcome> outcome,
        Optional<Instant> from,
        Optional<Instant> to) {
    public static AuditFilter all() {
        return new AuditFilter(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
