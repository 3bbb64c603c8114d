package org.chengshu.alarm;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.kernel.Severity;

/**
 * What became of an alarm besides its state. {@code first} and {@code peak} are the severity at raising and the worst so
 * far; the rule carries the present one. {@code overAt} is when the condition of an alarm that only a person clears was
 * over, in the subject's own time. {@code countsSince} is since when it waits for somebody by the platform's clock: when it
 * was recorded, came alive, rose or returned last; empty while it never counted. {@code againAfterSeconds} is how long the
 * same rule had been quiet on the same subject before it. Immutable.
 */
public record AlarmCourse(
        Severity first,
        Severity peak,
        Optional<Instant> overAt,
        Optional<Instant> countsSince,
        Optional<Suppression> suppression,
        Optional<Instant> wokeAt,
        Optional<UUID> storm,
        Optional<Shelving> shelving,
        Optional<Assignee> assignee,
        Optional<ByHand> clearedByHand,
        Optional<Double> againAfterSeconds) {
    /** Who looks after it. */
    public record Assignee(UUID id, String name) {}

    /** Who cleared it, and why. */
    public record ByHand(String by, String reason) {}

    public AlarmCourse {
        Objects.requireNonNull(first, "first");
        Objects.requireNonNull(peak, "peak");
    }
}
