package org.chengshu.core.notices;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * Hours in which nobody wants to be disturbed, by the clocks of a city; {@code from} belongs to them, {@code to} does not.
 * They go over midnight when they end before they begin. Pure; immutable.
 */
public record QuietHours(LocalTime from, LocalTime to) {
    public QuietHours {
        if (from.equals(to)) {
            throw new IllegalArgumentException("quiet hours from " + from + " to " + to + " would be none or all");
        }
    }

    /** When they end, if it is quiet now. */
    public Optional<Instant> endAfter(Instant now, ZoneId zone) {
        ZonedDateTime local = now.atZone(zone);
        LocalTime time = local.toLocalTime();
        if (!covers(time)) {
            return Optional.empty();
        }
        boolean tomorrow = from.isAfter(to) && !time.isBefore(from);
        LocalDate day = local.toLocalDate().plusDays(tomorrow ? 1 : 0);
        ZonedDateTime end = ZonedDateTime.of(day, to, zone);
        // Where the clocks show the end twice, it may be that the first has passed.
        return Optional.of((end.toInstant().isAfter(now) ? end : end.withLaterOffsetAtOverlap()).toInstant());
    }

    private boolean covers(LocalTime time) {
        return from.isBefore(to)
                ? !time.isBefore(from) && time.isBefore(to)
                : !time.isBefore(from) || time.isBefore(to);
    }
}
