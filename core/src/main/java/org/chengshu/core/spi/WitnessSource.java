package org.chengshu.core.spi;

import java.time.Instant;
import java.util.Optional;

/** A bean that can tell when a subject of its kind last gave a sign of life; asked before its word is trusted. */
public interface WitnessSource {
    String subjectKind();

    Optional<Witness> find(String subjectId);

    /**
     * The last sign of life up to {@code to} by the subject's own time, when it gave signs from {@code from} to
     * {@code to} without a pause longer than it may make; empty when it did not, or when nobody can tell. This is for
     * judging the past, whose signs may all have arrived at once.
     */
    default Optional<Instant> heardThroughout(String subjectId, Instant from, Instant to) {
        return Optional.empty();
    }
}
