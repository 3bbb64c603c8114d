package org.chengshu.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A clock that can be stopped: it starts, pauses while its thing is suspended (挂起), and runs on. Time that passes during a
 * pause does not count. Pauses are in order and do not overlap; only the last may still be open. Immutable: pausing and
 * resuming answer a new clock.
 */
public record Clockwork(Instant start, List<Pause> pauses) {
    public Clockwork {
        Instant earliest = Objects.requireNonNull(start, "start");
        pauses = List.copyOf(pauses);
        for (int i = 0; i < pauses.size(); i++) {
            Pause pause = pauses.get(i);
            if (pause.from().isBefore(earliest)) {
                throw new IllegalArgumentException("a pause begins before " + earliest + ": " + pause);
            }
            if (pause.until().isEmpty() && i < pauses.size() - 1) {
                throw new IllegalArgumentException("only the last pause may be open: " + pause);
            }
            earliest = pause.until().orElse(pause.from());
        }
    }

    /** A stop of the clock; an empty end means that it still stands. */
    public record Pause(Instant from, Optional<Instant> until) {
        public Pause {
            Objects.requireNonNull(from, "from");
            if (until.isPresent() && until.get().isBefore(from)) {
                throw new IllegalArgumentException("a pause ends before it begins: " + from + " to " + until.get());
            }
        }
    }

    public static Clockwork startedAt(Instant start) {
        return new Clockwork(start, List.of());
    }

    public boolean isPaused() {
        return !pauses.isEmpty() && pauses.getLast().until().isEmpty();
    }

    /** Stops the clock; a clock that stands is an {@link IllegalStateException}. */
    public Clockwork pausedAt(Instant instant) {
        if (isPaused()) {
            throw new IllegalStateException(
                    "the clock already stands since " + pauses.getLast().from());
        }
        List<Pause> more = new ArrayList<>(pauses);
        more.add(new Pause(instant, Optional.empty()));
        return new Clockwork(start, more);
    }

    /** Lets the clock run on; a clock that runs is an {@link IllegalStateException}. */
    public Clockwork resumedAt(Instant instant) {
        if (!isPaused()) {
            throw new IllegalStateException("the clock runs");
        }
        List<Pause> ended = new ArrayList<>(pauses.subList(0, pauses.size() - 1));
        ended.add(new Pause(pauses.getLast().from(), Optional.of(instant)));
        return new Clockwork(start, ended);
    }

    /** The time that has counted from the start until {@code now}; none for an instant before the start. */
    public Duration elapsed(Pace pace, Instant now) {
        Duration sum = Duration.ZERO;
        Instant from = start;
        for (Pause pause : pauses) {
            if (!pause.from().isBefore(now)) {
                break;
            }
            sum = sum.plus(pace.between(from, pause.from()));
            from = pause.until().orElse(now);
        }
        return from.isBefore(now) ? sum.plus(pace.between(from, now)) : sum;
    }

    /**
     * The earliest instant by which the given time has counted, as far as the pauses are known; empty while the clock
     * stands before that.
     */
    public Optional<Instant> dueAfter(Pace pace, Duration counted) {
        Duration left = counted;
        Instant from = start;
        for (Pause pause : pauses) {
            Duration run = pace.between(from, pause.from());
            if (run.compareTo(left) >= 0) {
                break;
            }
            if (pause.until().isEmpty()) {
                return Optional.empty();
            }
            left = left.minus(run);
            from = pause.until().get();
        }
        return Optional.of(pace.plus(from, left));
    }
}
