package org.chengshu.alarm.maintenance;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;
import java.util.TreeSet;

/**
 * The same hours on some days of each week, by the city's clocks: {@code from} inclusive, {@code to} exclusive. When
 * {@code to} is not later than {@code from}, they reach into the next day. Pure.
 */
record Weekly(Set<DayOfWeek> days, LocalTime from, LocalTime to) {
    Weekly {
        days = java.util.Collections.unmodifiableSet(new TreeSet<>(days));
        if (days.isEmpty()) {
            throw new IllegalArgumentException("a weekly window names at least one day");
        }
    }

    boolean holds(Instant moment, ZoneId zone) {
        ZonedDateTime local = moment.atZone(zone);
        LocalTime time = local.toLocalTime();
        boolean today = days.contains(local.getDayOfWeek());
        if (from.isBefore(to)) {
            return today && !time.isBefore(from) && time.isBefore(to);
        }
        boolean yesterday = days.contains(local.getDayOfWeek().minus(1));
        return (today && !time.isBefore(from)) || (yesterday && time.isBefore(to));
    }
}
