package org.chengshu.sense.rulebook;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
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
import org.chengshu.core.settings.DaysOff;
import org.chengshu.kernel.time.Shift;
import org.chengshu.kernel.time.WorkCalendar;
import org.chengshu.sense.rules.ActiveHours;

/** Reads times of the week such as {@code workdays 07:00-22:00}; a time that ends before it begins runs into the next day. */
final class HoursReader {
    private static final String WORKDAYS = "workdays";
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
    static Optional<ActiveHours> read(String text, ZoneId zone, DaysOff daysOff) {
        Matcher form = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!form.matches()) {
            return Optional.empty();
        }
        try {
            Hours hours = new Hours();
            for (DayOfWeek day : days(form.group(1))) {
                for (String times : form.group(2).split(",")) {
                    hours.add(day, times.strip());
                }
            }
            return Optional.of(hours.of(zone, form.group(1).equals(WORKDAYS) ? daysOff : DaysOff.NONE));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Set<DayOfWeek> days(String text) {
        return switch (text) {
            case WORKDAYS -> EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
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

    /** The hours of the days themselves, and those of the mornings after, which go by the day before. */
    private static final class Hours {
        private final Map<DayOfWeek, List<Shift>> days = new EnumMap<>(DayOfWeek.class);
        private final Map<DayOfWeek, List<Shift>> mornings = new EnumMap<>(DayOfWeek.class);

        void add(DayOfWeek day, String text) {
            Matcher times = TIMES.matcher(text);
            if (!times.matches()) {
                throw new IllegalArgumentException("times are written as 07:00-22:00, not " + text);
            }
            LocalTime from = LocalTime.parse(times.group(1));
            LocalTime to = times.group(2).equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(times.group(2));
            if (to.equals(LocalTime.MIDNIGHT) || to.isAfter(from)) {
                put(days, day, new Shift(from, to));
                return;
            }
            put(days, day, new Shift(from, LocalTime.MIDNIGHT));
            put(mornings, day.plus(1), new Shift(LocalTime.MIDNIGHT, to));
        }

        ActiveHours of(ZoneId zone, DaysOff daysOff) {
            requireNoOverlap();
            List<WorkCalendar> calendars = new ArrayList<>();
            calendars.add(daysOff.over(calendar(zone, days)));
            if (!mornings.isEmpty()) {
                calendars.add(daysOff.nextDays().over(calendar(zone, mornings)));
            }
            return new ActiveHours(calendars);
        }

        private void requireNoOverlap() {
            Map<DayOfWeek, List<Shift>> all = new EnumMap<>(DayOfWeek.class);
            days.forEach((day, shifts) -> shifts.forEach(shift -> put(all, day, shift)));
            mornings.forEach((day, shifts) -> shifts.forEach(shift -> put(all, day, shift)));
            calendar(ZoneOffset.UTC, all);
        }

        private static WorkCalendar calendar(ZoneId zone, Map<DayOfWeek, List<Shift>> week) {
            week.values().forEach(shifts -> shifts.sort((a, b) -> a.from().compareTo(b.from())));
            return new WorkCalendar(zone, week, Set.of(), Set.of());
        }

        private static void put(Map<DayOfWeek, List<Shift>> week, DayOfWeek day, Shift shift) {
            week.computeIfAbsent(day, ignored -> new ArrayList<>()).add(shift);
        }
    }
}
