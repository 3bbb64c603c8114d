package org.chengshu.sense.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.chengshu.wire.Value;

/** The last known value of a property, since when it has been so, and when it was last seen. */
public record Held(Value value, Instant since, Instant seen) {
    public Held {
        Objects.requireNonNull(value, "value");
        if (seen.isBefore(since)) {
            throw new IllegalArgumentException("a value is not seen before it is there");
        }
    }

    /** What is remembered once the value is seen at a time; across too long a gap the value starts anew. */
    static Held after(Optional<Held> before, Value value, Instant time, Optional<Duration> maxSilence) {
        return before.filter(held -> held.value.equals(value) && held.reaches(time, maxSilence))
                .map(held -> new Held(value, held.since, time))
                .orElseGet(() -> new Held(value, time, time));
    }

    boolean reaches(Instant time, Optional<Duration> maxSilence) {
        return maxSilence
                .filter(longest -> Duration.between(seen, time).compareTo(longest) > 0)
                .isEmpty();
    }
}
