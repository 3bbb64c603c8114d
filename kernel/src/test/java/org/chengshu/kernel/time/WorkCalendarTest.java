package org.chengshu.kernel.time;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class WorkCalendarTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Shift MORNING = Shift.of("09:00", "12:00");
    private static final Shift AFTERNOON = Shift.of("13:30", "17:30");
    private static final WorkCalendar OFFICE = WorkCalendar.weekdays(SHANGHAI, MORNING, AFTERNOON)
            .with(
                    Set.of(LocalDate.parse("2026-10-01"), LocalDate.parse("2026-10-02")),
                    Set.of(LocalDate.parse("2026-10-10")));

    @Test
    void skipsTheLunchBreakTheNightAndTheWeekend() {
        assertThat(OFFICE.plus(at("2026-03-06T11:00"), hours(2))).isEqualTo(at("2026-03-06T14:30"));
        assertThat(OFFICE.plus(at("2026-03-06T17:00"), hours(1))).isEqualTo(at("2026-03-09T09:30"));
        assertThat(OFFICE.plus(at("2026-03-07T10:00"), hours(7))).isEqualTo(at("2026-03-09T17:30"));
    }

    @Test
    void restsOnHolidaysAndWorksOnExtraWorkdays() {
        assertThat(OFFICE.plus(at("2026-09-30T17:00"), hours(1))).isEqualTo(at("2026-10-05T09:30"));
        assertThat(OFFICE.plus(at("2026-10-09T17:00"), hours(1))).isEqualTo(at("2026-10-10T09:30"));
        assertThat(OFFICE.isWorking(at("2026-10-10T10:00"))).isTrue();
        assertThat(OFFICE.isWorking(at("2026-10-01T10:00"))).isFalse();
    }

    @Test
    void countsWhatLiesBetween() {
        assertThat(OFFICE.between(at("2026-03-06T08:00"), at("2026-03-09T10:00")))
                .isEqualTo(hours(8));
        assertThat(OFFICE.between(at("2026-03-09T10:00"), at("2026-03-06T08:00")))
                .isEqualTo(hours(-8));
        assertThat(OFFICE.between(at("2026-03-07T08:00"), at("2026-03-08T10:00")))
                .isZero();
    }

    @Test
    void knowsShiftsThatLastUntilMidnightAndChangesOfClocks() {
        WorkCalendar always = new WorkCalendar(
                ZoneId.of("Europe/Berlin"), Map.of(SUNDAY, List.of(Shift.of("00:00", "00:00"))), Set.of(), Set.of());

        assertThat(always.between(Instant.parse("2026-03-28T00:00:00Z"), Instant.parse("2026-03-30T00:00:00Z")))
                .isEqualTo(hours(23));
        assertThat(always.plus(Instant.parse("2026-03-28T00:00:00Z"), hours(23)))
                .isEqualTo("2026-03-29T22:00:00Z");
    }

    @Test
    void cannotExistWithoutHoursOrWithConfusedOnes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WorkCalendar(SHANGHAI, Map.of(MONDAY, List.of()), Set.of(), Set.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WorkCalendar.weekdays(SHANGHAI, AFTERNOON, MORNING))
                .withMessageContaining("out of order");
        assertThatIllegalArgumentException().isThrownBy(() -> Shift.of("12:00", "12:00"));
        LocalDate day = LocalDate.parse("2026-10-01");
        assertThatIllegalArgumentException().isThrownBy(() -> OFFICE.with(Set.of(day), Set.of(day)));
        assertThatIllegalArgumentException().isThrownBy(() -> OFFICE.plus(at("2026-03-06T08:00"), hours(-1)));
    }

    @Property(tries = 300)
    void addingAndCountingAreInverse(
            @ForAll("calendars") WorkCalendar calendar,
            @ForAll @IntRange(max = 500_000) int startMinute,
            @ForAll @IntRange(max = 60_000) int workMinutes) {
        Instant start = at("2026-01-01T00:00").plus(Duration.ofMinutes(startMinute));
        Duration work = Duration.ofMinutes(workMinutes);

        Instant end = calendar.plus(start, work);

        assertThat(calendar.between(start, end)).isEqualTo(work);
        if (!work.isZero()) {
            assertThat(calendar.between(start, end.minusNanos(1))).isEqualTo(work.minusNanos(1));
        }
    }

    @Property(tries = 300)
    void countingAddsUp(
            @ForAll("calendars") WorkCalendar calendar,
            @ForAll @IntRange(max = 100_000) int a,
            @ForAll @IntRange(max = 100_000) int b,
            @ForAll @IntRange(max = 100_000) int c) {
        Instant origin = at("2026-01-01T00:00");
        Instant first = origin.plus(Duration.ofMinutes(a));
        Instant second = origin.plus(Duration.ofMinutes(b));
        Instant third = origin.plus(Duration.ofMinutes(c));

        assertThat(calendar.between(first, second).plus(calendar.between(second, third)))
                .isEqualTo(calendar.between(first, third));
    }

    @Provide
    Arbitrary<WorkCalendar> calendars() {
        return Arbitraries.of(
                OFFICE,
                WorkCalendar.weekdays(
                        ZoneId.of("Europe/Berlin"), Shift.of("00:30", "04:00"), Shift.of("20:00", "00:00")),
                new WorkCalendar(
                        ZoneId.of("America/New_York"),
                        Map.of(
                                SUNDAY,
                                List.of(Shift.of("00:00", "00:00")),
                                MONDAY,
                                List.of(Shift.of("02:15", "02:45"))),
                        Set.of(LocalDate.parse("2026-03-15")),
                        Set.of(LocalDate.parse("2026-03-17"))));
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
    }

    private static Duration hours(int hours) {
        return Duration.ofHours(hours);
    }
}
