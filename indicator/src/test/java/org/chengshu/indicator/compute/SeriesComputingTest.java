package org.chengshu.indicator.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.chengshu.kernel.Text;
import org.junit.jupiter.api.Test;

class SeriesComputingTest {
    private static final String EAST = "/310000/310101/";
    private static final String WEST = "/310000/310102/";

    @Test
    void theDaysIndexIsTheWorstOfItsPollutants() {
        Outcome day = AirDay.of()
                .day("s1", EAST, "pm25", 115)
                .day("s1", EAST, "pm10", 150)
                .ofDay()
                .get("device:s1");
        assertThat(day.value()).hasValue(150);
        assertThat(day.attributes())
                .containsEntry("primary", List.of("PM2.5"))
                .containsEntry("level", 3L)
                .containsEntry("category", Text.of("轻度污染", "Light"))
                .containsEntry("fine", 115.0)
                .containsEntry("good", false);
        assertThat(day.parts()).containsEntry("iaqi_pm10", 100.0).doesNotContainKey("iaqi_o3");
        assertThat(day.coverage()).isCloseTo(2.0 / 3, within(1e-9));
        assertThat(day.count()).isEqualTo(48);
    }

    @Test
    void aSubIndexIsRoundedUp() {
        assertThat(indexOf(AirDay.of().day("s1", EAST, "pm25", 36))).hasValue(52);
        assertThat(indexOf(AirDay.of().day("s1", EAST, "pm25", 35))).hasValue(50);
    }

    @Test
    void aDayWithNineteenHoursHasNoMean() {
        AirDay nineteen = AirDay.of().hours("s1", EAST, "pm25", 0, 19, hour -> 40);
        assertThat(indexOf(nineteen)).isEmpty();
        assertThat(nineteen.ofDay().get("device:s1").attributes()).isEmpty();
        assertThat(indexOf(AirDay.of().hours("s1", EAST, "pm25", 0, 20, hour -> 40)))
                .isPresent();
    }

    @Test
    void severalPollutantsMayBePrimaryAndNoneIsUpToFifty() {
        Map<String, Object> both = AirDay.of()
                .day("s1", EAST, "pm25", 75)
                .day("s1", EAST, "pm10", 150)
                .ofDay()
                .get("city")
                .attributes();
        assertThat(both).containsEntry("primary", List.of("PM2.5", "PM10"));
        Map<String, Object> none =
                AirDay.of().day("s1", EAST, "pm25", 35).ofDay().get("city").attributes();
        assertThat(none).containsEntry("primary", List.of()).containsEntry("level", 1L);
    }

    @Test
    void eightHourWindowsReachIntoTheDayBefore() {
        AirDay alone = AirDay.of().hours("s1", EAST, "o3", 0, 24, hour -> hour < 3 ? 200 : 10);
        AirDay after = AirDay.of().hours("s1", EAST, "o3", -7, 24, hour -> hour < 3 ? 200 : 10);
        assertThat(part(alone, "o3_8h")).isCloseTo((3 * 200 + 3 * 10) / 6.0, within(1e-9));
        assertThat(part(after, "o3_8h")).isCloseTo(200, within(1e-9));
    }

    @Test
    void aDayNeedsFourteenWindows() {
        // With six of eight hours needed, 16 hours in a row make the windows that end at hours 5 to 17, which are 13.
        assertThat(indexOf(AirDay.of().hours("s1", EAST, "o3", 0, 16, hour -> 50)))
                .isEmpty();
        assertThat(indexOf(AirDay.of().hours("s1", EAST, "o3", 0, 17, hour -> 50)))
                .isPresent();
    }

    @Test
    void aConcentrationBeyondARefusingTableIsUnknown() {
        Outcome day = AirDay.of()
                .day("s1", EAST, "o3", 900)
                .day("s1", EAST, "pm25", 35)
                .ofDay()
                .get("device:s1");
        assertThat(day.value()).hasValue(50);
        assertThat(day.parts()).containsKey("o3_8h").doesNotContainKey("iaqi_o3");
    }

    @Test
    void anAreaAveragesConcentrationsBeforeTheFormulas() {
        Map<String, Outcome> day = AirDay.of()
                .day("s1", EAST, "pm25", 35)
                .day("s2", EAST, "pm25", 115)
                .day("s3", WEST, "pm25", 15)
                .ofDay();
        assertThat(day.get("area:310101").value()).hasValue(100);
        assertThat(day.get("area:310102").value()).hasValue(22);
        assertThat(day.get("area:310000").value()).hasValue(75);
        assertThat(day.get("city")).isEqualTo(day.get("area:310000"));
        assertThat(day)
                .containsOnlyKeys(
                        "device:s1", "device:s2", "device:s3", "area:310101", "area:310102", "area:310000", "city");
    }

    @Test
    void aStationWithoutAnInputDoesNotCountForIt() {
        Map<String, Outcome> day = AirDay.of()
                .day("s1", EAST, "pm25", 75)
                .hours("s2", EAST, "pm25", 0, 5, hour -> 500)
                .ofDay();
        assertThat(day.get("area:310101").value()).hasValue(100);
        assertThat(day.get("device:s2").value()).isEmpty();
    }

    @Property(tries = 30)
    void aRangeGivesTheSameAsItsDaysOneByOne(
            @ForAll @Size(96) List<@DoubleRange(min = -100, max = 400) Double> values,
            @ForAll @IntRange(max = 95) int hole) {
        AirDay air = AirDay.of().hours("s1", EAST, "o3", -24, 72, hour -> {
            double value = values.get(hour + 24);
            return value < 0 || hour + 24 == hole ? Double.NaN : value;
        });
        List<Computed> together = air.compute(AirDay.at(0), AirDay.at(72));
        List<Computed> oneByOne = new ArrayList<>();
        for (int day = 0; day < 3; day++) {
            oneByOne.addAll(air.compute(AirDay.at(24 * day), AirDay.at(24 * (day + 1))));
        }
        assertThat(sorted(together)).isEqualTo(sorted(oneByOne));
    }

    @Property(tries = 30)
    void noWindowOfTheDayExceedsItsGreatestHour(
            @ForAll @Size(24) List<@DoubleRange(min = 0, max = 400) Double> values) {
        AirDay air = AirDay.of().hours("s1", EAST, "o3", 0, 24, values::get);
        double greatest = values.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        assertThat(part(air, "o3_8h")).isLessThanOrEqualTo(greatest + 1e-9);
    }

    private static java.util.OptionalDouble indexOf(AirDay air) {
        return air.ofDay().get("device:s1").value();
    }

    private static double part(AirDay air, String name) {
        return air.ofDay().get("device:s1").parts().get(name);
    }

    private static List<Computed> sorted(List<Computed> computed) {
        return computed.stream()
                .sorted(Comparator.<Computed, Instant>comparing(Computed::start)
                        .thenComparing(one -> one.key().text()))
                .toList();
    }
}
