package org.chengshu.data.stored;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A revision as its dataset's history tells it. Immutable.
 *
 * @param rows how many the dataset held with it; 0 unless it was promoted
 * @param current whether it is what is read now
 */
public record PastRevision(
        int number,
        State state,
        String cause,
        long rows,
        Instant openedAt,
        Optional<Instant> promotedAt,
        boolean current) {
    /** {@code PROMOTED} ones are readable. */
    public enum State {
        OPEN,
        PROMOTED,
        DISCARDED,
        EXPIRED;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
