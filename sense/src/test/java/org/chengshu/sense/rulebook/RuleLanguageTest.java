package org.chengshu.sense.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.chengshu.wire.Value;
import org.junit.jupiter.api.Test;

class RuleLanguageTest {
    @Test
    void joinsConditionsOnSeveralProperties() {
        JudgedDevice device = JudgedDevice.under(
                        "\"severity\": 3, \"when\": \"pm25 > 100 && !(wind > 3 || door == 'open')\"")
                .at(2, "08:00", Map.of("pm25", Value.of(120), "wind", Value.of(5), "door", Value.of("shut")))
                .at(2, "08:10", Map.of("pm25", Value.of(120), "wind", Value.of(2), "door", Value.of("open")))
                .at(2, "08:20", Map.of("pm25", Value.of(120), "wind", Value.of(2), "door", Value.of("shut")));

        assertThat(device.decisions()).containsExactly("ORANGE since 08:20 at 08:20");
    }

    @Test
    void countsHowOftenWithinATime() {
        JudgedDevice device = JudgedDevice.under(
                        "\"severity\": 2, \"when\": \"pm25 > 100\", \"repeat\": {\"times\": 3, \"within\": \"PT10M\"}")
                .at("08:00", 120)
                .at("08:03", 50)
                .at("08:06", 120)
                .at("08:11", 120)
                .at("08:15", 120)
                .at("08:20", 50)
                .at("08:24", 50)
                .at("08:30", 50);

        assertThat(device.decisions()).containsExactly("YELLOW since 08:06 at 08:15", "clear at 08:20");
    }

    @Test
    void theWindowOfARepeatSlides() {
        JudgedDevice device = JudgedDevice.under(
                        "\"severity\": 2, \"when\": \"pm25 > 100\", \"repeat\": {\"times\": 2, \"within\": \"PT5M\"}")
                .at("08:00", 120)
                .at("08:06", 120)
                .at("08:11", 120)
                .at("08:12", 50);

        assertThat(device.decisions()).containsExactly("YELLOW since 08:06 at 08:11", "clear at 08:12");
    }

    @Test
    void measuresTheRateOfChange() {
        JudgedDevice device = JudgedDevice.under(
                        "\"severity\": 2, \"when\": \"rate.pm25 > 2\", \"ratePer\": \"minute\"")
                .at("08:00", 100)
                .at("08:10", 119)
                .at("08:20", 141)
                .at("08:30", 141);

        assertThat(device.decisions()).containsExactly("YELLOW since 08:20 at 08:20", "clear at 08:30");
    }

    @Test
    void knowsNoRateAcrossAPause() {
        JudgedDevice device = JudgedDevice.under("\"severity\": 2, \"when\": \"rate.pm25 > 2\", \"ratePer\": \"hour\"")
                .at("08:00", 100)
                .at("11:10", 500);

        assertThat(device.decisions()).isEmpty();
    }

    @Test
    void comparesWithWhatIsUsual() {
        String rule = "\"severity\": 2, \"when\": \"abs(pm25 - usual.pm25) > 3 * spread.pm25\"";

        assertThat(JudgedDevice.under(rule).at("08:00", 500).decisions()).isEmpty();
        assertThat(JudgedDevice.under(rule)
                        .usually(40, 5)
                        .at("08:00", 54)
                        .at("08:10", 56)
                        .decisions())
                .containsExactly("YELLOW since 08:10 at 08:10");
    }

    @Test
    void risesAndFallsWithItsLevels() {
        JudgedDevice device = JudgedDevice.under("""
                        "levels": [{"severity": 4, "when": "pm25 > 250", "for": "PT20M"},
                                   {"severity": 3, "when": "pm25 > 150"},
                                   {"severity": 2, "when": "pm25 > 75"}]""")
                .at("08:00", 80)
                .at("08:10", 160)
                .at("08:20", 260)
                .at("08:30", 260)
                .at("08:40", 260)
                .at("08:50", 100)
                .at("09:00", 70);

        assertThat(device.decisions())
                .containsExactly(
                        "YELLOW since 08:00 at 08:00",
                        "ORANGE at 08:10",
                        "RED at 08:40",
                        "YELLOW at 08:50",
                        "clear at 09:00");
    }

    @Test
    void keepsItsLevelBetweenTheLevelsAndTheClearing() {
        JudgedDevice device = JudgedDevice.under("""
                        "levels": [{"severity": 3, "when": "pm25 > 150"}, {"severity": 2, "when": "pm25 > 75"}],
                        "clear": "pm25 < 50\"""")
                .at("08:00", 160)
                .at("08:10", 60)
                .at("08:20", 80)
                .at("08:30", 40);

        assertThat(device.decisions())
                .containsExactly("ORANGE since 08:00 at 08:00", "YELLOW at 08:20", "clear at 08:30");
    }

    @Test
    void clearsSomeTimeAfterTheConditionLastHeld() {
        JudgedDevice device = JudgedDevice.under("\"severity\": 2, \"when\": \"pm25 > 100\", \"clearAfter\": \"PT30M\"")
                .at("08:00", 120)
                .at("08:10", 90)
                .at("08:20", 120)
                .at("08:40", 90)
                .at("08:50", 90);

        assertThat(device.decisions()).containsExactly("YELLOW since 08:00 at 08:00", "clear at 08:50");
    }

    @Test
    void isAwakeOnlyInItsHours() {
        JudgedDevice device = JudgedDevice.under(
                        "\"severity\": 2, \"when\": \"pm25 > 100\", \"for\": \"PT20M\", \"active\": \"workdays 07:00-22:00\"")
                .at(1, "12:00", Map.of("pm25", Value.of(120)))
                .at(1, "13:00", Map.of("pm25", Value.of(120)))
                .at("06:30", 120)
                .at("06:59", 120)
                .at("07:10", 120)
                .at("07:30", 120)
                .at("22:30", 90);

        assertThat(device.decisions()).containsExactly("YELLOW since 07:10 at 07:30", "clear at 22:30");
    }

    @Test
    void workdaysFollowTheHolidaysOfTheCity() {
        JudgedDevice device = JudgedDevice.under(
                        "\"severity\": 2, \"when\": \"pm25 > 100\", \"active\": \"workdays 07:00-22:00\"")
                .at(5, "12:00", Map.of("pm25", Value.of(120)))
                .at(5, "12:30", Map.of("pm25", Value.of(90)))
                .at(7, "12:00", Map.of("pm25", Value.of(120)))
                .at(7, "12:30", Map.of("pm25", Value.of(90)))
                .at(8, "12:00", Map.of("pm25", Value.of(120)));

        assertThat(device.decisions()).containsExactly("YELLOW since 12:00 at 12:00");
    }

    @Test
    void aNightBelongsToTheWorkdayOnWhichItBegins() {
        JudgedDevice device =
                JudgedDevice.under("\"severity\": 2, \"when\": \"pm25 > 100\", \"active\": \"workdays 22:00-06:00\"");
        Stream.of("5 05:01", "5 23:02", "6 05:03", "8 05:04", "8 23:05", "9 05:06")
                .forEach(moment -> {
                    String[] parts = moment.split(" ");
                    int day = Integer.parseInt(parts[0]);
                    device.at(day, parts[1], Map.of("pm25", Value.of(120)));
                    device.at(day, parts[1].substring(0, 3) + "30", Map.of("pm25", Value.of(90)));
                });

        assertThat(device.decisions())
                .filteredOn(told -> told.startsWith("YELLOW"))
                .containsExactly(
                        "YELLOW since 05:01 at 05:01", "YELLOW since 23:05 at 23:05", "YELLOW since 05:06 at 05:06");
    }

    @Test
    void hoursMayRunOverMidnight() {
        JudgedDevice device = JudgedDevice.under(
                        "\"severity\": 2, \"when\": \"pm25 > 100\", \"active\": \"daily 22:00-06:00\"")
                .at("21:59", 120)
                .at("22:00", 120)
                .at("22:10", 90)
                .at(3, "05:59", Map.of("pm25", Value.of(120)))
                .at(3, "06:10", Map.of("pm25", Value.of(90)))
                .at(3, "06:20", Map.of("pm25", Value.of(120)));

        assertThat(device.decisions())
                .containsExactly(
                        "YELLOW since 22:00 at 22:00",
                        "clear at 22:10",
                        "YELLOW since 05:59 at 05:59",
                        "clear at 06:10");
    }

    @Test
    void beginsAnewAfterAPersonClearedTheAlarm() {
        JudgedDevice device = JudgedDevice.under("\"severity\": 2, \"when\": \"pm25 > 100\", \"for\": \"PT10M\"")
                .at("08:00", 120)
                .at("08:10", 120)
                .clearedByHand()
                .at("08:15", 120)
                .at("08:25", 120);

        assertThat(device.decisions()).containsExactly("YELLOW since 08:00 at 08:10", "YELLOW since 08:15 at 08:25");
    }

    @Test
    void raisesNothingWhileTheDeviceIsInMaintenanceButClears() {
        JudgedDevice device = JudgedDevice.under("\"severity\": 2, \"when\": \"pm25 > 100\", \"for\": \"PT10M\"")
                .at("08:00", 120)
                .at("08:10", 120)
                .inMaintenance(true)
                .at("08:20", 90)
                .at("08:30", 120)
                .at("08:40", 120)
                .inMaintenance(false)
                .at("08:50", 120)
                .at("09:00", 120);

        assertThat(device.decisions())
                .containsExactly("YELLOW since 08:00 at 08:10", "clear at 08:20", "YELLOW since 08:50 at 09:00");
    }
}
