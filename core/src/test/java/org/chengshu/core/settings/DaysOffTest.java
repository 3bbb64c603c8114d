package org.chengshu.core.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import org.chengshu.kernel.time.Shift;
import org.chengshu.kernel.time.WorkCalendar;
import org.junit.jupiter.api.Test;

class DaysOffTest {
    private static final Path ANYWHERE = Path.of("/");
    private static final LocalDate MAY = LocalDate.parse("2026-05-01");

    @Test
    void daysAndSpansOfDaysAreRead() {
        assertThat(DaysOff.HOLIDAYS
                        .read("2026-05-01..2026-05-03, 2026-06-19", ANYWHERE)
                        .orElseThrow())
                .containsExactlyInAnyOrder(MAY, MAY.plusDays(1), MAY.plusDays(2), LocalDate.parse("2026-06-19"));
        assertThat(DaysOff.HOLIDAYS.read("", ANYWHERE).orElseThrow()).isEmpty();
        assertThat(DaysOff.HOLIDAYS.read("2026-05-03..2026-05-01", ANYWHERE)).isEmpty();
        assertThat(DaysOff.HOLIDAYS.read("2026-02-30", ANYWHERE)).isEmpty();
        assertThat(DaysOff.HOLIDAYS.read("2026-05-01..2036-05-01", ANYWHERE)).isEmpty();
    }

    @Test
    void nobodyWorksOnAHolidayAndADayInReturnIsWorked() {
        DaysOff announced = new DaysOff(
                DaysOff.HOLIDAYS.fallback(ANYWHERE).orElseThrow(),
                DaysOff.EXTRA_WORKDAYS.fallback(ANYWHERE).orElseThrow());

        WorkCalendar office = announced.over(WorkCalendar.weekdays(ZoneOffset.UTC, Shift.of("09:00", "17:00")));

        assertThat(office.shiftsOn(MAY)).isEmpty();
        assertThat(office.shiftsOn(LocalDate.parse("2026-05-09"))).hasSize(1);
        assertThat(office.shiftsOn(LocalDate.parse("2026-05-10"))).isEmpty();
    }

    @Test
    void aDayCannotBeBoth() {
        assertThatThrownBy(() -> new DaysOff(Set.of(MAY), Set.of(MAY)))
                .hasMessage("city.holidays and city.extra-workdays both name 2026-05-01");
    }
}
