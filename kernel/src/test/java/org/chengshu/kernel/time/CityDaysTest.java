package org.chengshu.kernel.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class CityDaysTest {
    private static final CityDays SHANGHAI = new CityDays(ZoneId.of("Asia/Shanghai"));
    private static final CityDays BERLIN = new CityDays(ZoneId.of("Europe/Berlin"));
    private static final LocalDate FIRST_OF_MARCH = LocalDate.parse("2026-03-01");

    @Test
    void beginsTheDayAtTheCitysMidnight() {
        assertThat(SHANGHAI.startOf(FIRST_OF_MARCH)).isEqualTo("2026-02-28T16:00:00Z");
        assertThat(SHANGHAI.endOf(FIRST_OF_MARCH)).isEqualTo("2026-03-01T16:00:00Z");
        assertThat(SHANGHAI.dayOf(Instant.parse("2026-02-28T16:00:00Z"))).isEqualTo(FIRST_OF_MARCH);
        assertThat(SHANGHAI.dayOf(Instant.parse("2026-02-28T15:59:59.999Z"))).isEqualTo(FIRST_OF_MARCH.minusDays(1));
    }

    @Test
    void knowsTheHourOfZonesThatAreHalfAnHourOff() {
        CityDays kolkata = new CityDays(ZoneId.of("Asia/Kolkata"));

        assertThat(SHANGHAI.startOfHour(Instant.parse("2026-03-01T08:59:59Z"))).isEqualTo("2026-03-01T08:00:00Z");
        assertThat(kolkata.startOfHour(Instant.parse("2026-03-01T08:29:59Z"))).isEqualTo("2026-03-01T07:30:00Z");
    }

    @Test
    void livesThroughAChangeOfClocks() {
        assertThat(BERLIN.lengthOf(LocalDate.parse("2026-03-29"))).isEqualTo(Duration.ofHours(23));
        assertThat(BERLIN.lengthOf(LocalDate.parse("2026-10-25"))).isEqualTo(Duration.ofHours(25));
        assertThat(BERLIN.startOfHour(Instant.parse("2026-10-25T00:30:00Z"))).isEqualTo("2026-10-25T00:00:00Z");
        assertThat(BERLIN.startOfHour(Instant.parse("2026-10-25T01:30:00Z"))).isEqualTo("2026-10-25T01:00:00Z");
    }
}
