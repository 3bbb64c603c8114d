package org.chengshu.sense.rules;

import java.util.Objects;
import org.chengshu.kernel.time.WorkCalendar;

/** When a rule is awake. The answer for a minute is kept, since all devices ask about the same ones. */
public final class ActiveHours {
    private static final long MINUTE = 60_000_000;

    private final WorkCalendar calendar;
    private volatile long known = Long.MIN_VALUE;

    public ActiveHours(WorkCalendar calendar) {
        this.calendar = Objects.requireNonNull(calendar, "calendar");
    }

    boolean isActive(long micros) {
        long minute = Math.floorDiv(micros, MINUTE);
        long last = known;
        if (last >> 1 == minute) {
            return (last & 1) == 1;
        }
        boolean active = calendar.isWorking(Micros.instant(minute * MINUTE));
        known = minute << 1 | (active ? 1 : 0);
        return active;
    }
}
