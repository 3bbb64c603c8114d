package org.chengshu.data;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A length of calendar time by which facts are grouped. Periods are those of the city's zone; a period holds its start and
 * not its end; weeks start on Monday. Days are as long as the zone makes them (23 to 25 hours). Pure.
 */
public enum Grain {
    HOUR,
    DAY,
    WEEK,
    MONTH,
    YEAR;

    /** The start of the period that holds the instant. */
    public Instant startOf(Instant instant, ZoneId zone) {
        ZonedDateTime local = instant.atZone(zone);
        if (this == HOUR) {
            return local.truncatedTo(ChronoUnit.HOURS).toInstant();
        }
        return firstDay(local.toLocalDate()).atStartOfDay(zone).toInstant();
    }

    /** The start of the period after the one that starts here. */
    public Instant next(Instant start, ZoneId zone) {
        if (this == HOUR) {
            return start.plus(1, ChronoUnit.HOURS);
        }
        LocalDate day = start.atZone(zone).toLocalDate();
        return day.plus(1, unit()).atStartOfDay(zone).toInstant();
    }

    /** The start of the period before the one that starts here. */
    public Instant before(Instant start, ZoneId zone) {
        return startOf(start.minusMillis(1), zone);
    }

    /** The starts of all periods that overlap the time from {@code from} to just before {@code to}. */
    public List<Instant> starts(Instant from, Instant to, ZoneId zone) {
        List<Instant> starts = new ArrayList<>();
        for (Instant start = startOf(from, zone); start.isBefore(to); start = next(start, zone)) {
            starts.add(start);
        }
        return starts;
    }

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Grain> find(String word) {
        return Stream.of(values()).filter(grain -> grain.word().equals(word)).findFirst();
    }

    private LocalDate firstDay(LocalDate day) {
        return switch (this) {
            case HOUR, DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
            case YEAR -> day.withDayOfYear(1);
        };
    }

    private ChronoUnit unit() {
        return switch (this) {
            case HOUR -> ChronoUnit.HOURS;
            case DAY -> ChronoUnit.DAYS;
            case WEEK -> ChronoUnit.WEEKS;
            case MONTH -> ChronoUnit.MONTHS;
            case YEAR -> ChronoUnit.YEARS;
        };
    }
}
