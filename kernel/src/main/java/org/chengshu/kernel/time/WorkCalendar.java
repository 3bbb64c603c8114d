package org.chengshu.kernel.time;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * When a city's offices work: shifts per day of the week in one zone, holidays on which nobody works, and extra workdays
 * (调休) that follow the hours of the first day of the week that has any. It counts working time: {@link #plus} and
 * {@link #between} are each other's inverse. Immutable; a calendar without a single working hour cannot exist.
 */
public record WorkCalendar(
        ZoneId zone, Map<DayOfWeek, List<Shift>> week, Set<LocalDate> holidays, Set<LocalDate> extraWorkdays) {
    /** The longest working time that can be added at once. */
    public static final Duration LONGEST = Duration.ofDays(366L * 100);

    public WorkCalendar {
        Map<DayOfWeek, List<Shift>> hours = new EnumMap<>(DayOfWeek.class);
        week.forEach((day, shifts) -> hours.put(day, inOrder(day, shifts)));
        if (hours.values().stream().allMatch(List::isEmpty)) {
            throw new IllegalArgumentException("a work calendar needs at least one shift in the week");
        }
        for (LocalDate day : extraWorkdays) {
            if (holidays.contains(day)) {
                throw new IllegalArgumentException(day + " is both a holiday and an extra workday");
            }
        }
        week = Map.copyOf(hours);
        holidays = Set.copyOf(holidays);
        extraWorkdays = Set.copyOf(extraWorkdays);
    }

    /** Monday to Friday with the same shifts, no holidays yet. */
    public static WorkCalendar weekdays(ZoneId zone, Shift... shifts) {
        Map<DayOfWeek, List<Shift>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.getValue() <= DayOfWeek.FRIDAY.getValue()) {
                week.put(day, List.of(shifts));
            }
        }
        return new WorkCalendar(zone, week, Set.of(), Set.of());
    }

    /** The same week with other holidays and extra workdays, as the State Council announces them each year. */
    public WorkCalendar with(Set<LocalDate> newHolidays, Set<LocalDate> newExtraWorkdays) {
        return new WorkCalendar(zone, week, newHolidays, newExtraWorkdays);
    }

    /** The shifts worked on a day, in order; empty on a day off. */
    public List<Shift> shiftsOn(LocalDate day) {
        if (holidays.contains(day)) {
            return List.of();
        }
        return week.getOrDefault(extraWorkdays.contains(day) ? modelDay() : day.getDayOfWeek(), List.of());
    }

    /**
     * The earliest instant by which the given working time has passed since {@code start}; {@code start} itself for no
     * time. A negative time, or one above {@link #LONGEST}, is an {@link IllegalArgumentException}.
     */
    public Instant plus(Instant start, Duration working) {
        if (working.isNegative() || working.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("working time must be between none and 100 years, not " + working);
        }
        Duration left = working;
        Instant at = start;
        for (LocalDate day = LocalDate.ofInstant(start, zone); !left.isZero(); day = day.plusDays(1)) {
            for (Span span : spansOn(day)) {
                Span rest = span.from(start);
                if (!left.isZero() && rest.length().compareTo(left) >= 0) {
                    at = rest.start().plus(left);
                    left = Duration.ZERO;
                } else if (!left.isZero()) {
                    left = left.minus(rest.length());
                }
            }
        }
        return at;
    }

    /** The working time between two instants; negative when the second lies before the first. */
    public Duration between(Instant start, Instant end) {
        if (end.isBefore(start)) {
            return between(end, start).negated();
        }
        Duration sum = Duration.ZERO;
        LocalDate last = LocalDate.ofInstant(end, zone);
        for (LocalDate day = LocalDate.ofInstant(start, zone); !day.isAfter(last); day = day.plusDays(1)) {
            for (Span span : spansOn(day)) {
                sum = sum.plus(span.from(start).until(end).length());
            }
        }
        return sum;
    }

    /** Whether somebody works at that instant. */
    public boolean isWorking(Instant instant) {
        return spansOn(LocalDate.ofInstant(instant, zone)).stream()
                .anyMatch(span -> !instant.isBefore(span.start()) && instant.isBefore(span.end()));
    }

    private List<Span> spansOn(LocalDate day) {
        List<Span> spans = new ArrayList<>();
        for (Shift shift : shiftsOn(day)) {
            Instant from = day.atTime(shift.from()).atZone(zone).toInstant();
            Instant to = shift.endsWithTheDay()
                    ? day.plusDays(1).atStartOfDay(zone).toInstant()
                    : day.atTime(shift.to()).atZone(zone).toInstant();
            spans.add(new Span(from, to));
        }
        return spans;
    }

    private DayOfWeek modelDay() {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (!week.getOrDefault(day, List.of()).isEmpty()) {
                return day;
            }
        }
        throw new IllegalStateException("no shift in the week");
    }

    private static List<Shift> inOrder(DayOfWeek day, List<Shift> shifts) {
        List<Shift> copy = List.copyOf(shifts);
        for (int i = 1; i < copy.size(); i++) {
            if (!copy.get(i - 1).isBefore(copy.get(i))) {
                throw new IllegalArgumentException("shifts of " + day + " overlap or are out of order: " + copy);
            }
        }
        return copy;
    }
}
