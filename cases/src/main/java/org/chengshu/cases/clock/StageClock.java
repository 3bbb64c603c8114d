package org.chengshu.cases.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.chengshu.flow.Clockwork;
import org.chengshu.flow.Pace;

/**
 * One clock of a case: of a stage, over all times that the case was in it, or of the whole. It stands while the case is
 * elsewhere and while it is suspended.
 */
public record StageClock(
        String name,
        ClockTerms terms,
        Pace pace,
        Clockwork work,
        Duration extended,
        int extensions,
        int entries,
        boolean inside,
        Optional<Instant> stoodSince) {
    private static final int HUNDRED = 100;

    /** Whether its time runs now. */
    public boolean running() {
        return !work.isPaused();
    }

    /** {@code running}, {@code suspended}, or {@code ended} while the case is elsewhere. */
    public String state() {
        if (!inside) {
            return "ended";
        }
        return running() ? "running" : "suspended";
    }

    /** All the time there is, with what was granted later; none when the kind says nothing. */
    public Optional<Duration> allowed() {
        return terms.allowed().map(extended::plus);
    }

    public Optional<Instant> due() {
        return after(HUNDRED);
    }

    public Optional<Instant> yellowAt() {
        return after(terms.yellow());
    }

    public Optional<Instant> redAt() {
        return after(terms.red());
    }

    /** When so many percent of the time are used; empty while the clock stands before that. */
    private Optional<Instant> after(int percent) {
        return allowed()
                .flatMap(time -> work.dueAfter(pace, time.multipliedBy(percent).dividedBy(HUNDRED)));
    }

    public Duration used(Instant now) {
        return work.elapsed(pace, now);
    }

    /** What it shows; a clock that stands shows what it showed when it stopped, one without a time nothing. */
    public Optional<ClockColour> colour(Instant now) {
        if (allowed().isEmpty()) {
            return Optional.empty();
        }
        Instant then = running() ? now : stoodSince.orElse(now);
        if (due().filter(then::isAfter).isPresent()) {
            return Optional.of(ClockColour.OVERDUE);
        }
        if (redAt().filter(at -> !then.isBefore(at)).isPresent()) {
            return Optional.of(ClockColour.RED);
        }
        return Optional.of(
                yellowAt().filter(at -> !then.isBefore(at)).isPresent() ? ClockColour.YELLOW : ClockColour.GREEN);
    }

    /** Whether it was left in time; empty while the case is in it and when there is no time to keep. */
    public Optional<Boolean> onTime() {
        return inside || allowed().isEmpty()
                ? Optional.empty()
                : stoodSince.map(left -> due().filter(left::isAfter).isEmpty());
    }
}
