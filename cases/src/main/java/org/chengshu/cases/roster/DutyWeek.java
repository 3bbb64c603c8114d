package org.chengshu.cases.roster;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The shifts of a week that repeats, and the days on which others serve a shift; pure. */
record DutyWeek(Map<DayOfWeek, List<DutyShift>> week, List<Swap> swaps) {
    /** On that day these people serve the shift that begins then; nobody when there are none. */
    record Swap(LocalDate day, LocalTime shift, List<String> people, String reason) {
        Swap {
            people = List.copyOf(people);
        }
    }

    /** A shift of a certain day. */
    record OnShift(LocalDate day, Instant begins, Instant ends, List<String> people, Optional<String> swapped) {
        boolean holds(Instant at) {
            return !at.isBefore(begins) && at.isBefore(ends);
        }
    }

    DutyWeek {
        Map<DayOfWeek, List<DutyShift>> copy = new EnumMap<>(DayOfWeek.class);
        week.forEach((day, shifts) -> copy.put(day, List.copyOf(shifts)));
        week = copy;
        swaps = List.copyOf(swaps);
    }

    /** The shifts that hold at that moment, one that began the day before included. */
    List<OnShift> at(Instant moment, ZoneId zone) {
        LocalDate today = LocalDate.ofInstant(moment, zone);
        return Stream.of(today.minusDays(1), today)
                .flatMap(day -> on(day, zone).stream())
                .filter(shift -> shift.holds(moment))
                .toList();
    }

    /** The shifts that begin on a day. */
    List<OnShift> on(LocalDate day, ZoneId zone) {
        return week.getOrDefault(day.getDayOfWeek(), List.of()).stream()
                .map(shift -> onDay(shift, day, zone))
                .toList();
    }

    private OnShift onDay(DutyShift shift, LocalDate day, ZoneId zone) {
        Optional<Swap> swap = swaps.stream()
                .filter(one -> one.day().equals(day) && one.shift().equals(shift.from()))
                .findFirst();
        LocalDate end = shift.passesMidnight() ? day.plusDays(1) : day;
        return new OnShift(
                day,
                day.atTime(shift.from()).atZone(zone).toInstant(),
                end.atTime(shift.to()).atZone(zone).toInstant(),
                swap.map(Swap::people).orElse(shift.people()),
                swap.map(Swap::reason));
    }
}
