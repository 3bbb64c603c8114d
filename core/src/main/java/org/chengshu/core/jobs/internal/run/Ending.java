package org.chengshu.core.jobs.internal.run;

/** Why a running attempt is told to end; the first that is told stands. */
enum Ending {
    NONE,
    CANCELLED,
    NODE_STOPS,
    TOO_LONG,
    LOST
}
