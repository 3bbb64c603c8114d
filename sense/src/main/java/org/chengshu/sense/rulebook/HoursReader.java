package org.chengshu.sense.rulebook;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.chengshu.kernel.time.Shift;
import org.chengshu.kernel.time.WorkCalendar;

/** Reads times of the week such as {@code workdays 07:00-22:00}; a time that ends before it begins runs into the next day. */
final class HoursReader {
    private static final Pattern FORM = Pattern.compile("(\\S+) +([0-9:, -]+)");
    private static final Pattern TIMES = Pattern.compile("(\\d\\d:\\d\\d)-(\\d\\d:\\d\\d)");
    private static final Map<String, DayOfWeek> DAYS = Map.of(
            "mon", DayOfWeek.MONDAY,
            "tue", DayOfWeek.TUESDAY,
            "wed", DayOfWeek.WEDNESDAY,
            "thu", DayOfWeek.THURSDAY,
            "fri", DayOfWeek.FRIDAY,
            "sat", DayOfWeek.SATURDAY,
            "sun", DayOfWeek.SUNDAY);

    private HoursReader() {}

    /** Nothing when it is no such text. */
    static Optional<WorkCalendar> read(String text, ZoneId zone) {
        Matcher form = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!form.matches()) {
            return Optional.empty();
        }
        try {
            Map<DayOfWeek, List<Shift>> week = new EnumMap<>(DayOfWeek.class);
            for (DayOfWeek day : days(form.group(1))) {
                for (String times : form.group(2).split(",")) {
                    add(week, day, times.strip());
                }
            }
            week.values().forEach(shifts -> shifts.sort((a, b) -> a.from().compareTo(b.from())));
            return Optional.of(new WorkCalendar(zone, week, Set.of(), Set.of()));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Set<DayOfWeek> days(String text) {
        return switch (text) {
            case "workdays" -> EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
            case "weekend" -> EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
            case "daily" -> EnumSet.allOf(DayOfWeek.class);
            default -> {
                EnumSet<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
                Stream.of(text.split(",")).map(HoursReader::day).forEach(days::add);
                yield days;
            }
        };
    }

    private static DayOfWeek day(String word) {
        return Optional.ofNullable(DAYS.get(word))
                .orElseThrow(() -> new IllegalArgumentException("there is no day " + word));
    }

    private static void add(Map<DayOfWeek, List<Shift>> week, DayOfWeek day, String text) {
        Matcher times = TIMES.matcher(text);
        if (!times.matches()) {
            throw new IllegalArgumentException("times are written as 07:00-22:00, not " + text);
        }
        LocalTime from = LocalTime.parse(times.group(1));
        LocalTime to = times.group(2).equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(times.group(2));
        if (to.equals(LocalTime.MIDNIGHT) || to.isAfter(from)) {
            shifts(week, day).add(new Shift(from, to));
            return;
        }
        shifts(week, day).add(new Shift(from, LocalTime.MIDNIGHT));
        shifts(week, day.plus(1)).add(new Shift(LocalTime.MIDNIGHT, to));
    }

    private static List<Shift> shifts(Map<DayOfWeek, List<Shift>> week, DayOfWeek day) {
        return week.computeIfAbsent(day, ignored -> new ArrayList<>());
    }
}
