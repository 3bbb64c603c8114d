package org.chengshu.cases.clock;

import java.time.Instant;
import java.util.Optional;

/** What lists tell of a case's clocks: the first of each of their times that is still to come, or where they stand. */
public record ClockMark(
        Optional<Instant> yellow,
        Optional<Instant> red,
        Optional<Instant> due,
        Optional<String> held,
        Optional<Instant> suspendedSince) {
    /** The worst colour of the clocks that run, or the one they had when they were stopped; empty when nothing is due. */
    public Optional<String> colour(Instant now) {
        if (suspendedSince.isPresent()) {
            return held;
        }
        if (due.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(running(now).word());
    }

    private ClockColour running(Instant now) {
        if (due.filter(now::isAfter).isPresent()) {
            return ClockColour.OVERDUE;
        }
        if (red.filter(at -> !now.isBefore(at)).isPresent()) {
            return ClockColour.RED;
        }
        return yellow.filter(at -> !now.isBefore(at)).isPresent() ? ClockColour.YELLOW : ClockColour.GREEN;
    }
}
