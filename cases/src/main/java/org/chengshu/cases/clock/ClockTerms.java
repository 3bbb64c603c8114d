package org.chengshu.cases.clock;

import java.time.Duration;
import java.util.Optional;

/** What holds for a clock from the entry into its stage on: written with that step and never changed. */
public record ClockTerms(Optional<Duration> allowed, boolean working, String calendar, int yellow, int red) {
    /** Of a step that says nothing: time is counted around the clock, and none is too much. */
    static final ClockTerms NONE = new ClockTerms(Optional.empty(), false, "city", 70, 90);
}
