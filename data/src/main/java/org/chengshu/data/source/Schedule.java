package org.chengshu.data.source;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.chengshu.core.jobs.Timing;

/**
 * When a source is read: every so many minutes, at times of days, or by a cron expression; and only within a window of the
 * day, when there is one. Immutable.
 *
 * @param days of the times; empty for every day
 * @param window may pass midnight
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Schedule(
        Optional<Integer> everyMinutes,
        List<LocalTime> at,
        Set<DayOfWeek> days,
        Optional<String> cron,
        Optional<Window> window) {
    private static final int LONGEST_MINUTES = 31 * 24 * 60;

    record Window(LocalTime from, LocalTime to) {
        Window {
            if (from.equals(to)) {
                throw new IllegalArgumentException("a window begins and ends at different times");
            }
        }

        boolean holds(LocalTime time) {
            boolean afterFrom = !time.isBefore(from);
            boolean beforeTo = time.isBefore(to);
            return from.isBefore(to) ? afterFrom && beforeTo : afterFrom || beforeTo;
        }
    }

    Schedule {
        everyMinutes = Objects.requireNonNullElse(everyMinutes, Optional.empty());
        at = at == null ? List.of() : List.copyOf(at);
        days = days == null ? Set.of() : Set.copyOf(days);
        cron = Objects.requireNonNullElse(cron, Optional.<String>empty()).filter(text -> !text.isBlank());
        window = Objects.requireNonNullElse(window, Optional.empty());
        int ways = (everyMinutes.isPresent() ? 1 : 0) + (at.isEmpty() ? 0 : 1) + (cron.isPresent() ? 1 : 0);
        if (ways != 1) {
            throw new IllegalArgumentException("a schedule has everyMinutes, at, or cron, one of them");
        }
        if (everyMinutes
                .filter(minutes -> minutes < 1 || minutes > LONGEST_MINUTES)
                .isPresent()) {
            throw new IllegalArgumentException("everyMinutes is 1.." + LONGEST_MINUTES);
        }
        cron.ifPresent(Timing::cron);
    }

    /** The next time strictly after; one outside of the window is put off to its beginning. */
    Instant next(Instant after, ZoneId zone) {
        return within(timing().map(timing -> timing.next(after, zone)).orElseGet(() -> after.plus(pause())), zone);
    }

    /** Whether reading may begin now. */
    boolean open(Instant now, ZoneId zone) {
        return window.map(hours -> hours.holds(now.atZone(zone).toLocalTime())).orElse(true);
    }

    private Duration pause() {
        return Duration.ofMinutes(everyMinutes.orElseThrow());
    }

    private Optional<Timing> timing() {
        if (everyMinutes.isPresent()) {
            return Optional.empty();
        }
        return Optional.of(cron.map(Timing::cron)
                .orElseGet(() -> new Timing.Weekly(days.isEmpty() ? EnumSet.allOf(DayOfWeek.class) : days, at)));
    }

    private Instant within(Instant time, ZoneId zone) {
        if (open(time, zone)) {
            return time;
        }
        ZonedDateTime local = time.atZone(zone);
        ZonedDateTime begin = local.with(window.orElseThrow().from());
        return (begin.isBefore(local) ? begin.plusDays(1) : begin).toInstant();
    }
}
