package org.chengshu.alarm.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CityTimeTest {
    private static final long YEARS = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse("2040-01-01T00:00:00Z"));

    @ParameterizedTest
    @ValueSource(strings = {"Asia/Shanghai", "Europe/London", "Asia/Kathmandu", "Pacific/Apia", "UTC"})
    void tellsDayWeekdayAndHourAsTheCalendarDoes(String name) {
        CityTime time = new CityTime(ZoneId.of(name));
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            long micros = random.nextLong(-YEARS, YEARS);
            ZonedDateTime there = Instant.EPOCH.plus(micros, ChronoUnit.MICROS).atZone(ZoneId.of(name));
            // Before 1940 clocks were set by seconds.
            if (there.getYear() >= 1940) {
                assertThat(time.day(micros)).isEqualTo(there.toLocalDate().toEpochDay());
                assertThat(time.hour(micros)).isEqualTo(there.getHour());
                assertThat(time.weekday(micros)).isEqualTo(there.getDayOfWeek().getValue() - 1);
            }
        }
    }
}
