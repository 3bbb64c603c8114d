package org.chengshu.kernel.time;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * The days and hours of a city: which calendar day or clock hour an instant belongs to, and where they begin and end, in
 * the city's zone. A day or hour contains its start and not its end. Immutable.
 */
public record CityDays(ZoneId zone) {
    public CityDays {
        Objects.requireNonNull(zone, "zone");
    }

    public LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    public Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** The end of a day, which is the start of the next. */
    public Instant endOf(LocalDate day) {
        return startOf(day.plusDays(1));
    }

    /** How long the day is: 24 hours, except where the zone changes its clocks. */
    public Duration lengthOf(LocalDate day) {
        return Duration.between(startOf(day), endOf(day));
    }

    /** The start of the clock hour an instant belongs to. */
    public Instant startOfHour(Instant instant) {
        return instant.atZone(zone).truncatedTo(ChronoUnit.HOURS).toInstant();
    }
}
