package org.chengshu.sense.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.chengshu.sense.codec.Micros;
import org.junit.jupiter.api.Test;

class GridTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @Test
    void daysBeginAtMidnightInTheCity() {
        assertThat(edges("2026-02-28T03:00:00Z", "2026-03-02T03:00:00Z", Grid.Step.of(Period.ofDays(1)), SHANGHAI))
                .containsExactly(
                        "2026-02-28T03:00:00Z", "2026-02-28T16:00:00Z", "2026-03-01T16:00:00Z", "2026-03-02T03:00:00Z");
    }

    @Test
    void monthsAndWeeksFollowTheCalendar() {
        assertThat(edges("2026-01-15T00:00:00Z", "2026-04-01T00:00:00Z", Grid.Step.of(Period.ofMonths(1)), SHANGHAI))
                .containsExactly(
                        "2026-01-15T00:00:00Z",
                        "2026-01-31T16:00:00Z",
                        "2026-02-28T16:00:00Z",
                        "2026-03-31T16:00:00Z",
                        "2026-04-01T00:00:00Z");
        assertThat(edges("2026-03-04T00:00:00Z", "2026-03-10T00:00:00Z", Grid.Step.of(Period.ofWeeks(1)), SHANGHAI))
                .containsExactly("2026-03-04T00:00:00Z", "2026-03-08T16:00:00Z", "2026-03-10T00:00:00Z");
    }

    @Test
    void aDayOfTwentyThreeHoursIsOneDay() {
        assertThat(edges(
                        "2026-03-28T23:00:00Z",
                        "2026-03-30T22:00:00Z",
                        Grid.Step.of(Period.ofDays(1)),
                        ZoneId.of("Europe/Berlin")))
                .containsExactly("2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z", "2026-03-30T22:00:00Z");
    }

    @Test
    void shortStepsAreCountedFromMidnightOfAMonday() {
        assertThat(edges("2026-03-02T00:04:00Z", "2026-03-02T00:12:00Z", Grid.Step.of(Duration.ofMinutes(5)), SHANGHAI))
                .containsExactly(
                        "2026-03-02T00:04:00Z", "2026-03-02T00:05:00Z", "2026-03-02T00:10:00Z", "2026-03-02T00:12:00Z");
    }

    @Test
    void theStepFitsTheNumberOfPoints() {
        Instant from = Instant.parse("2026-03-01T00:00:00Z");
        assertThat(fitting(from, "2026-03-02T00:00:00Z", 500)).isEqualTo("PT5M");
        assertThat(fitting(from, "2026-04-01T00:00:00Z", 500)).isEqualTo("PT3H");
        assertThat(fitting(from, "2036-04-01T00:00:00Z", 200)).isEqualTo("P1M");
        assertThat(fitting(from, "2026-03-01T00:01:00Z", 500)).isEqualTo("PT1S");
    }

    @Test
    void findsTheBucketOfATime() {
        Grid grid = new Grid(new long[] {5, 10, 20, 25});

        assertThat(List.of(grid.of(5), grid.of(9), grid.of(10), grid.of(24), grid.of(25)))
                .containsExactly(0, 0, 1, 2, 2);
    }

    private static String fitting(Instant from, String to, int most) {
        return Grid.fitting(from, Instant.parse(to), most).toString();
    }

    private static List<String> edges(String from, String to, Grid.Step step, ZoneId zone) {
        return Arrays.stream(Grid.of(Instant.parse(from), Instant.parse(to), step, zone)
                        .edges())
                .mapToObj(edge -> Micros.instant(edge).toString())
                .toList();
    }
}
