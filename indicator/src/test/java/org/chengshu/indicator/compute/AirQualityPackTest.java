package org.chengshu.indicator.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.chengshu.indicator.compute.AirQualityPack.hours;
import static org.chengshu.indicator.compute.AirQualityPack.without;

import java.util.List;
import java.util.Map;
import org.chengshu.formula.EvaluationFault;
import org.chengshu.kernel.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds the pack against HJ 633-2012, GB 3095-2012 and HJ 663-2013. */
class AirQualityPackTest {
    private static final double[] INDICES = {0, 50, 100, 150, 200, 300, 400, 500};
    private final AirQualityPack pack = AirQualityPack.shipped();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "iaqi-so2-24h  | 0 50 150 475 800 1600 2100 2620",
                "iaqi-so2-1h   | 0 150 500 650 800",
                "iaqi-no2-24h  | 0 40 80 180 280 565 750 940",
                "iaqi-no2-1h   | 0 100 200 700 1200 2340 3090 3840",
                "iaqi-pm10-24h | 0 50 150 250 350 420 500 600",
                "iaqi-co-24h   | 0 2 4 14 24 36 48 60",
                "iaqi-co-1h    | 0 5 10 35 60 90 120 150",
                "iaqi-o3-1h    | 0 160 200 300 400 800 1000 1200",
                "iaqi-o3-8h    | 0 100 160 215 265 800",
                "iaqi-pm25-24h | 0 35 75 115 150 250 350 500",
            })
    void everyBreakpointOfTheStandardGivesItsIndexExactly(String table, String breakpoints) {
        String[] concentrations = breakpoints.split(" ");
        for (int i = 0; i < concentrations.length; i++) {
            double concentration = Double.parseDouble(concentrations[i]);
            assertThat(pack.unrounded(table, concentration)).isEqualTo(INDICES[i]);
            assertThat(pack.index(table, concentration)).isEqualTo(INDICES[i]);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "iaqi-pm25-24h, 95, 125",
        "iaqi-pm25-24h, 35.1, 51",
        "iaqi-pm25-24h, 183.5, 234",
        "iaqi-pm10-24h, 180, 115",
        "iaqi-pm10-24h, 151, 101",
        "iaqi-so2-24h, 33, 33",
        "iaqi-no2-24h, 61, 77",
        "iaqi-co-24h, 1.53, 39",
        "iaqi-o3-8h, 170, 110",
        "iaqi-o3-1h, 210, 105",
        "iaqi-no2-1h, 0.1, 1",
    })
    void subIndicesAreInterpolatedAndRoundedUp(String table, double concentration, double index) {
        assertThat(pack.index(table, concentration)).isEqualTo(index);
    }

    @Test
    void pastTheLastBreakpointTheSubIndexStaysAtFiveHundred() {
        assertThat(pack.index("iaqi-pm25-24h", 500.1)).isEqualTo(500);
        assertThat(pack.index("iaqi-pm25-24h", 957)).isEqualTo(500);
        assertThat(pack.index("iaqi-co-1h", 200)).isEqualTo(500);
    }

    @Test
    void sulphurDioxideOfAnHourAndOzoneOfEightHaveNoIndexAboveEightHundred() {
        assertThatThrownBy(() -> pack.index("iaqi-so2-1h", 800.1)).isInstanceOf(EvaluationFault.class);
        assertThatThrownBy(() -> pack.index("iaqi-o3-8h", 800.1)).isInstanceOf(EvaluationFault.class);
    }

    @Test
    void theDaysIndexIsTheGreatestAndNamesItsPollutant() {
        Outcome day = pack.told(
                "aqi-day",
                Map.of(
                        "pm25", 95.0, "pm10", 180.0, "so2", 33.0, "no2", 61.0, "co", 1.53, "o3_1h", 210.0, "o3_8h",
                        170.0));
        assertThat(day.value()).hasValue(125);
        assertThat(day.attributes())
                .containsEntry("primary", List.of("PM2.5"))
                .containsEntry("level", 3L)
                .containsEntry("category", Text.of("轻度污染", "Lightly polluted"))
                .containsEntry("colour", Text.of("橙色", "orange"))
                .containsEntry("rgb", "#FF7E00");
        assertThat(day.parts()).containsEntry("iaqi_o3_8h", 110.0).containsEntry("iaqi_co", 39.0);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "35, 1", "35.1, 2", "75, 2", "75.1, 3", "115.1, 4", "150.1, 5", "250, 5", "250.1, 6", "900, 6"})
    void sixLevelsFollowTheIndex(double pm25, long level) {
        assertThat(pack.told("aqi-day", Map.of("pm25", pm25)).attributes()).containsEntry("level", level);
    }

    @Test
    void upToFiftyNoPollutantIsPrimary() {
        assertThat(pack.told("aqi-day", Map.of("pm25", 35.0, "pm10", 50.0)).attributes())
                .containsEntry("primary", List.of());
    }

    @Test
    void pollutantsThatTieAreAllPrimaryAndOzoneIsNamedOnce() {
        Outcome tie = pack.told("aqi-day", Map.of("pm10", 150.0, "o3_1h", 200.0, "o3_8h", 160.0, "co", 2.0));
        assertThat(tie.value()).hasValue(100);
        assertThat(tie.attributes()).containsEntry("primary", List.of("PM10", "O3"));
    }

    @Test
    void ozoneAboveEightHundredOverEightHoursIsToldByItsHour() {
        Outcome day = pack.told("aqi-day", Map.of("o3_8h", 820.0, "o3_1h", 900.0));
        assertThat(day.value()).hasValue(350);
        assertThat(day.attributes()).containsEntry("primary", List.of("O3"));
    }

    @Test
    void sulphurDioxideAboveEightHundredOverAnHourIsToldByItsDay() {
        assertThat(pack.told("aqi-hour", Map.of("so2", 900.0, "so2_24h", 475.0)).value())
                .hasValue(150);
        assertThat(pack.told("aqi-hour", Map.of("so2", 150.0, "so2_24h", 475.0)).value())
                .hasValue(50);
        assertThat(pack.told("aqi-hour", Map.of("so2", 150.0)).value()).hasValue(50);
    }

    @Test
    void aDayWithNothingKnownHasNoIndex() {
        assertThat(pack.told("aqi-day", Map.of()).value()).isEmpty();
    }

    @Test
    void aDayNeedsTwentyHoursOfAPollutant() {
        assertThat(pack.day(Map.of("pm25", without(hours(75), 0, 4))).value()).hasValue(100);
        assertThat(pack.day(Map.of("pm25", without(hours(75), 0, 5))).value()).isEmpty();
    }

    @Test
    void eightHoursOfOzoneNeedSixAndTheDayFourteenOfThem() {
        double[] ozone = hours(100);
        ozone[3] = 300;
        Outcome whole = pack.day(Map.of("o3", ozone));
        assertThat(whole.parts().get("o3_8h")).isCloseTo(125, within(1e-9));
        assertThat(whole.parts()).containsEntry("o3_1h", 300.0);
        // Hours 18 to 23 missing: windows that end at 7 to 19 hold six or more, thirteen in all.
        assertThat(pack.day(Map.of("o3", without(ozone, 18, 24))).parts()).doesNotContainKey("o3_8h");
        // Hours 19 to 23 missing: fourteen.
        assertThat(pack.day(Map.of("o3", without(ozone, 19, 24))).parts()).containsKey("o3_8h");
    }
}
