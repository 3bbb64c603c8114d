package org.chengshu.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.chengshu.kernel.time.WorkCalendar;

/**
 * How time counts towards a deadline: around the clock, or only while offices work. {@link #plus} answers the earliest
 * instant by which a time has passed, {@link #between} the time that has passed; neither takes a negative time.
 */
public sealed interface Pace {
    Instant plus(Instant start, Duration counted);

    Duration between(Instant start, Instant end);

    /** Every hour counts. */
    record Calendar() implements Pace {
        @Override
        public Instant plus(Instant start, Duration counted) {
            return start.plus(counted);
        }

        @Override
        public Duration between(Instant start, Instant end) {
            return Duration.between(start, end);
        }
    }

    /** Only working hours count. */
    record Working(WorkCalendar calendar) implements Pace {
        public Working {
            Objects.requireNonNull(calendar, "calendar");
        }

        @Override
        public Instant plus(Instant start, Duration counted) {
            return calendar.plus(start, counted);
        }

        @Override
        public Duration between(Instant start, Instant end) {
            return calendar.between(start, end);
        }
    }
}
