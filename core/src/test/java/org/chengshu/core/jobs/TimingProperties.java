package org.chengshu.core.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class TimingProperties {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of("Asia/Shanghai", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "UTC")
                .map(ZoneId::of);
    }

    @Property(tries = 200)
    void runsOnceOnEveryDayWhateverTheClocksDo(
            @ForAll("zones") ZoneId zone,
            @ForAll @LongRange(min = 1_700_000_000, max = 1_900_000_000) long start,
            @ForAll @IntRange(max = 1439) int minute) {
        LocalTime at = LocalTime.of(minute / 60, minute % 60);
        Timing timing = Timing.daily(at);
        Map<LocalDate, Integer> runs = new HashMap<>();
        Instant time = Instant.ofEpochSecond(start);
        Instant end = time.plus(Duration.ofDays(370));
        LocalDate first = time.atZone(zone).toLocalDate();

        for (time = timing.next(time, zone); time.isBefore(end); time = timing.next(time, zone)) {
            runs.merge(time.atZone(zone).toLocalDate(), 1, Integer::sum);
        }

        assertThat(runs.values()).containsOnly(1);
        for (LocalDate day = first.plusDays(1); day.isBefore(first.plusDays(369)); day = day.plusDays(1)) {
            assertThat(runs).containsKey(day);
        }
    }

    @Property(tries = 200)
    void theNextTimeIsAlwaysLater(
            @ForAll("zones") ZoneId zone, @ForAll @LongRange(min = 1_700_000_000, max = 1_900_000_000) long start) {
        Instant after = Instant.ofEpochSecond(start);
        assertThat(Timing.weekly(DayOfWeek.MONDAY, LocalTime.of(2, 30)).next(after, zone))
                .isBetween(after.plusMillis(1), after.plus(Duration.ofDays(8)));
        assertThat(Timing.cron("0 */10 * * * *").next(after, zone))
                .isBetween(after.plusMillis(1), after.plus(Duration.ofMinutes(11)));
    }

    @Example
    void shiftsATimeThatTheClocksLeaveOutAndTakesTheFirstOfTwo() {
        Timing timing = Timing.daily(LocalTime.of(2, 30));

        assertThat(timing.next(Instant.parse("2026-03-28T12:00:00Z"), BERLIN)).isEqualTo("2026-03-29T01:30:00Z");
        Instant autumn = timing.next(Instant.parse("2026-10-24T12:00:00Z"), BERLIN);
        assertThat(autumn).isEqualTo("2026-10-25T00:30:00Z");
        assertThat(timing.next(autumn, BERLIN)).isEqualTo("2026-10-26T01:30:00Z");
    }

    @Example
    void leavesOutACronTimeThatTheClocksLeaveOutAndComesOnceWhenTheyShowItTwice() {
        Timing timing = Timing.cron("0 30 2 * * *");

        assertThat(timing.next(Instant.parse("2026-03-28T12:00:00Z"), BERLIN)).isEqualTo("2026-03-30T00:30:00Z");
        Instant autumn = timing.next(Instant.parse("2026-10-24T12:00:00Z"), BERLIN);
        assertThat(autumn).isEqualTo("2026-10-25T00:30:00Z");
        assertThat(timing.next(autumn, BERLIN)).isEqualTo("2026-10-26T01:30:00Z");
    }
}
