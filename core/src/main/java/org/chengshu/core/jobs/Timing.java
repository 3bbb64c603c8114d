package org.chengshu.core.jobs;

import com.github.kagkarlsson.scheduler.task.schedule.CronSchedule;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.chengshu.kernel.Text;

/** When something is done again, by the clocks of a city. Pure; immutable. */
public sealed interface Timing {
    /** The next time strictly after. */
    Instant next(Instant after, ZoneId zone);

    /** For people, such as "daily at 03:00". */
    Text wording();

    static Timing daily(LocalTime... at) {
        return new Weekly(EnumSet.allOf(DayOfWeek.class), List.of(at));
    }

    static Timing weekly(DayOfWeek day, LocalTime... at) {
        return new Weekly(Set.of(day), List.of(at));
    }

    static Timing cron(String expression) {
        return new Cron(expression);
    }

    /**
     * At these times of these days of the week, once each whatever the clocks do: a time that the clocks leave out when
     * they are put forward comes as much later as they jump, one that they show twice is taken the first time.
     */
    record Weekly(Set<DayOfWeek> days, List<LocalTime> at) implements Timing {
        // A day may be missing altogether where a country changed sides of the date line.
        private static final int FARTHEST = 15;

        public Weekly {
            if (days.isEmpty() || at.isEmpty()) {
                throw new IllegalArgumentException("a timing needs a day and a time");
            }
            days = Set.copyOf(days);
            at = List.copyOf(new TreeSet<>(at));
        }

        @Override
        public Instant next(Instant after, ZoneId zone) {
            LocalDate from = after.atZone(zone).toLocalDate().minusDays(1);
            return IntStream.rangeClosed(0, FARTHEST)
                    .mapToObj(from::plusDays)
                    .filter(day -> days.contains(day.getDayOfWeek()))
                    .flatMap(day -> at.stream()
                            .map(time -> ZonedDateTime.of(day, time, zone).toInstant()))
                    .filter(time -> time.isAfter(after))
                    .min(Instant::compareTo)
                    .orElseThrow();
        }

        @Override
        public Text wording() {
            String times = at.stream().map(LocalTime::toString).collect(Collectors.joining(", "));
            if (days.size() == DayOfWeek.values().length) {
                return Text.of("每天 " + times, "daily at " + times);
            }
            return Text.of("每" + names(Locale.CHINESE) + " " + times, names(Locale.ENGLISH) + " at " + times);
        }

        private String names(Locale locale) {
            return Arrays.stream(DayOfWeek.values())
                    .filter(days::contains)
                    .map(day -> day.getDisplayName(TextStyle.SHORT, locale))
                    .collect(Collectors.joining(locale.equals(Locale.CHINESE) ? "、" : ", "));
        }
    }

    /**
     * By a cron expression of six fields, seconds first ({@code "0 30 2 * * *"}), as the scheduler's library reads it: a
     * time that the clocks leave out is left out, one that they show twice comes once, and what comes every so many
     * minutes goes on through both.
     */
    record Cron(String expression) implements Timing {
        public Cron {
            if (new CronSchedule(expression).isDisabled()) {
                throw new IllegalArgumentException("a cron expression has six fields, seconds first");
            }
        }

        @Override
        public Instant next(Instant after, ZoneId zone) {
            return new CronSchedule(expression, zone).getInitialExecutionTime(after);
        }

        @Override
        public Text wording() {
            return Text.of("cron " + expression, "cron " + expression);
        }
    }
}
