package org.chengshu.cases.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.chengshu.core.settings.DaysOff;
import org.chengshu.kernel.time.Shift;
import org.chengshu.kernel.time.WorkCalendar;
import tools.jackson.databind.JsonNode;

/** A calendar as its pack wrote it: the hours of a week, and the days off of the years it names. */
record CalendarRules(Map<DayOfWeek, List<Shift>> week, Map<Integer, DaysOff> years) {
    CalendarRules {
        week = Map.copyOf(week);
        years = Map.copyOf(years);
    }

    /** An {@link IllegalArgumentException} says what cannot be. */
    static CalendarRules read(JsonNode json) {
        Map<DayOfWeek, List<Shift>> week = new EnumMap<>(DayOfWeek.class);
        json.path("week")
                .properties()
                .forEach(entry ->
                        week.put(DayOfWeek.valueOf(entry.getKey().toUpperCase(Locale.ROOT)), shifts(entry.getValue())));
        Map<Integer, DaysOff> years = new HashMap<>();
        for (JsonNode of : json.path("years")) {
            int year = of.path("year").asInt();
            DaysOff off = new DaysOff(days(of.path("holidays"), year), days(of.path("workdays"), year));
            if (years.put(year, off) != null) {
                throw new IllegalArgumentException("the year " + year + " is there twice");
            }
        }
        return new CalendarRules(week, years);
    }

    /** The whole calendar: days off of the years it names are its own, those of others the city's. */
    WorkCalendar resolve(ZoneId zone, DaysOff city) {
        Set<LocalDate> holidays = others(city.holidays());
        Set<LocalDate> workdays = others(city.extraWorkdays());
        years.values().forEach(off -> {
            holidays.addAll(off.holidays());
            workdays.addAll(off.extraWorkdays());
        });
        return new WorkCalendar(zone, week, holidays, workdays);
    }

    private Set<LocalDate> others(Set<LocalDate> days) {
        Set<LocalDate> kept = new HashSet<>(days);
        kept.removeIf(day -> years.containsKey(day.getYear()));
        return kept;
    }

    private static List<Shift> shifts(JsonNode json) {
        List<Shift> shifts = new ArrayList<>();
        json.forEach(text -> shifts.add(shift(text.asString())));
        return shifts;
    }

    static Shift shift(String text) {
        int dash = text.indexOf('-');
        String to = text.substring(dash + 1);
        return new Shift(
                LocalTime.parse(text.substring(0, dash)),
                to.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(to));
    }

    private static Set<LocalDate> days(JsonNode json, int year) {
        Set<LocalDate> days = new HashSet<>();
        json.forEach(text -> days.addAll(span(text.asString())));
        days.stream().filter(day -> day.getYear() != year).findFirst().ifPresent(day -> {
            throw new IllegalArgumentException(day + " is no day of " + year);
        });
        return days;
    }

    private static List<LocalDate> span(String text) {
        int dots = text.indexOf("..");
        LocalDate first = LocalDate.parse(dots < 0 ? text : text.substring(0, dots));
        LocalDate last = dots < 0 ? first : LocalDate.parse(text.substring(dots + 2));
        if (last.isBefore(first) || last.isAfter(first.plusYears(1))) {
            throw new IllegalArgumentException(text + " is no span of days of one year");
        }
        return first.datesUntil(last.plusDays(1)).toList();
    }
}
