package org.chengshu.cases.kinds;

import java.util.Map;
import java.util.Optional;
import org.chengshu.kernel.Severity;

/**
 * The times that a kind allows: for each clock (a stage by its name, or {@link #WHOLE}) the usual one and those of single
 * severities, the calendar by which working time counts, and from which shares of the time on a clock is yellow and red.
 */
public record ClockPlan(Map<String, Allowance> allowances, String calendar, int yellowPercent, int redPercent) {
    /** The clock of the whole case, from its report to its closure. */
    public static final String WHOLE = "whole";

    public static final int USUAL_YELLOW = 70;
    public static final int USUAL_RED = 90;
    public static final String USUAL_CALENDAR = "city";

    public ClockPlan {
        allowances = Map.copyOf(allowances);
    }

    /** One clock's time, and others for single severities. */
    public record Allowance(Optional<TimeLimit> usual, Map<Severity, TimeLimit> bySeverity) {
        public Allowance {
            bySeverity = Map.copyOf(bySeverity);
        }
    }

    public Optional<TimeLimit> limit(String clock, Severity severity) {
        return Optional.ofNullable(allowances.get(clock))
                .flatMap(allowance -> Optional.ofNullable(allowance.bySeverity().get(severity))
                        .or(allowance::usual));
    }
}
