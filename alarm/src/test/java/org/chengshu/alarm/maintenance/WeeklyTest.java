package org.chengshu.alarm.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;

class WeeklyTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Instant MONDAY =
            ZonedDateTime.of(2026, 11, 23, 0, 0, 0, 0, SHANGHAI).toInstant();

    @Test
    void aNightThatBeginsOnFridayEndsOnSaturday() {
        Weekly night = new Weekly(Set.of(DayOfWeek.FRIDAY), LocalTime.of(22, 0), LocalTime.of(6, 0));

        assertThat(night.holds(at(4, 21), SHANGHAI)).isFalse();
        assertThat(night.holds(at(4, 22), SHANGHAI)).isTrue();
        assertThat(night.holds(at(5, 5), SHANGHAI)).isTrue();
        assertThat(night.holds(at(5, 6), SHANGHAI)).isFalse();
        assertThat(night.holds(at(5, 22), SHANGHAI)).isFalse();
    }

    @Property(tries = 300)
    void holdsAsManyHoursOfAWeekAsItsDaysHave(
            @ForAll @NotEmpty Set<DayOfWeek> days,
            @ForAll @IntRange(max = 23) int from,
            @ForAll @IntRange(max = 23) int to) {
        Weekly weekly = new Weekly(EnumSet.copyOf(days), LocalTime.of(from, 0), LocalTime.of(to, 0));
        long held = java.util.stream.IntStream.range(0, 7 * 24)
                .filter(hour -> weekly.holds(MONDAY.plus(Duration.ofHours(hour)), SHANGHAI))
                .count();

        int hours = Math.floorMod(to - from, 24);
        boolean wholeDays = hours == 0;
        int each = wholeDays ? 24 : hours;
        assertThat(held).isEqualTo((long) each * days.size());
    }

    private static Instant at(int day, int hour) {
        return MONDAY.plus(Duration.ofDays(day)).plus(Duration.ofHours(hour));
    }
}
