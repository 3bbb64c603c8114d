package org.chengshu.sense.rules;

import java.time.Instant;
import java.util.List;
import org.chengshu.kernel.time.WorkCalendar;
import org.chengshu.sense.codec.Micros;

/** When a rule is awake. The answer for a minute is kept, since all devices ask about the same ones. */
public final class ActiveHours {
    private static final long MINUTE = 60_000_000;

    private final List<WorkCalendar> calendars;
    private volatile long known = Long.MIN_VALUE;

    /** Awake whenever one of these is at work. */
    public ActiveHours(List<WorkCalendar> calendars) {
        this.calendars = List.copyOf(calendars);
    }

    public boolean isActive(Instant moment) {
        return calendars.stream().anyMatch(calendar -> calendar.isWorking(moment));
    }

    boolean isActive(long micros) {
        long minute = Math.floorDiv(micros, MINUTE);
        long last = known;
        if (last >> 1 == minute) {
            return (last & 1) == 1;
        }
        boolean active = isActive(Micros.instant(minute * MINUTE));
        known = minute << 1 | (active ? 1 : 0);
        return active;
    }
}
