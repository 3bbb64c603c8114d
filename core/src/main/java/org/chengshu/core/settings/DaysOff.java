package org.chengshu.core.settings;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.chengshu.kernel.Text;
import org.chengshu.kernel.time.WorkCalendar;

/**
 * The holidays of a city and the days that are worked in return (调休), as the State Council announces them each year, on top
 * of any week. A day cannot be both. Immutable.
 */
public record DaysOff(Set<LocalDate> holidays, Set<LocalDate> extraWorkdays) {
    public static final DaysOff NONE = new DaysOff(Set.of(), Set.of());

    private static final int LONGEST_SPAN = 366;
    private static final Text DAYS = Text.of(
            "以逗号分隔的日期或起止（如 2026-05-01..2026-05-05,2026-06-19）",
            "dates or spans of at most a year joined by commas, such as 2026-05-01..2026-05-05,2026-06-19");

    /** By default those that were announced for 2026. */
    public static final Setting<Set<LocalDate>> HOLIDAYS = Setting.named("city.holidays")
            .since("0.2")
            .summary(
                    "法定节假日，每年按国务院通知填写；默认为 2026 年的",
                    "Holidays, as they are announced for each year; by default those of 2026")
            .value(
                    "2026-01-01..2026-01-03,2026-02-15..2026-02-23,2026-04-04..2026-04-06,2026-05-01..2026-05-05,"
                            + "2026-06-19..2026-06-21,2026-09-25..2026-09-27,2026-10-01..2026-10-07",
                    DAYS,
                    DaysOff::days);

    public static final Setting<Set<LocalDate>> EXTRA_WORKDAYS = Setting.named("city.extra-workdays")
            .since("0.2")
            .summary(
                    "调休上班的周末，每年按国务院通知填写；默认为 2026 年的",
                    "Days of weekends that are worked in return for holidays; by default those of 2026")
            .value("2026-01-04,2026-02-14,2026-02-28,2026-05-09,2026-09-20,2026-10-10", DAYS, DaysOff::days);

    public DaysOff {
        Set<LocalDate> both = new TreeSet<>(holidays);
        both.retainAll(extraWorkdays);
        if (!both.isEmpty()) {
            throw new IllegalArgumentException(HOLIDAYS.name() + " and " + EXTRA_WORKDAYS.name() + " both name "
                    + both.iterator().next());
        }
        holidays = Set.copyOf(holidays);
        extraWorkdays = Set.copyOf(extraWorkdays);
    }

    public static DaysOff of(Settings settings) {
        return new DaysOff(settings.get(HOLIDAYS), settings.get(EXTRA_WORKDAYS));
    }

    /** A calendar of an ordinary week with these days taken out and put in. */
    public WorkCalendar over(WorkCalendar week) {
        return week.with(holidays, extraWorkdays);
    }

    /** The days after these; for what begins in the night of a workday and ends in the morning. */
    public DaysOff nextDays() {
        return new DaysOff(next(holidays), next(extraWorkdays));
    }

    private static Set<LocalDate> next(Set<LocalDate> days) {
        Set<LocalDate> next = new HashSet<>();
        days.forEach(day -> next.add(day.plusDays(1)));
        return next;
    }

    private static Set<LocalDate> days(String text) {
        Set<LocalDate> days = new HashSet<>();
        for (String part : text.split(",")) {
            if (!part.isBlank()) {
                add(days, part.strip());
            }
        }
        return days;
    }

    private static void add(Set<LocalDate> days, String part) {
        int dots = part.indexOf("..");
        LocalDate first = LocalDate.parse(dots < 0 ? part : part.substring(0, dots));
        LocalDate last = dots < 0 ? first : LocalDate.parse(part.substring(dots + 2));
        if (last.isBefore(first) || last.isAfter(first.plusDays(LONGEST_SPAN))) {
            throw new IllegalArgumentException(part + " is no span of days");
        }
        first.datesUntil(last.plusDays(1)).forEach(days::add);
    }
}
