package org.chengshu.cases.kinds;

import java.time.Instant;

/** Knows whether somebody of a department is on duty; the rosters are one. */
@FunctionalInterface
public interface DutyBook {
    /** Whether a roster of the organisation, or of one below it, has somebody at that time. */
    boolean onDuty(String organisation, Instant at);
}
