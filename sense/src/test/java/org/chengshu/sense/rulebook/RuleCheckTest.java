package org.chengshu.sense.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chengshu.core.packs.PackItem;
import org.chengshu.core.packs.PackLines;
import org.chengshu.sense.PropertyType;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class RuleCheckTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Map<String, PropertyType> PROPERTIES =
            Map.of("pm25", PropertyType.NUMBER, "wind", PropertyType.NUMBER, "door", PropertyType.TEXT);

    @Test
    void findsNothingWrongWithGoodRules() {
        assertThat(
                        faults(
                                "\"severity\": 3, \"when\": \"pm25 > 1 || wind < 2\", \"for\": \"PT1H\", \"clear\": \"by-hand\""))
                .isEmpty();
        assertThat(faults("\"severity\": 3, \"scope\": \"area\", \"areaKind\": \"district\","
                        + " \"when\": \"count(pm25 > (100 + 50)) >= 3 && share(door == ')') < 0.5 && avg(pm25) > 75\""))
                .isEmpty();
        assertThat(faults("\"severity\": 1, \"absent\": {\"property\": \"wind\", \"for\": \"PT30M\"}"))
                .isEmpty();
    }

    @Test
    void aRuleSaysItsConditionInOneWay() {
        assertThat(faults("\"severity\": 3")).containsExactly("a rule has one of when, levels and absent");
        assertThat(
                        faults(
                                "\"severity\": 3, \"when\": \"pm25 > 1\", \"levels\": [{\"severity\": 2, \"when\": \"wind > 1\"}]"))
                .contains(
                        "a rule has one of when, levels and absent",
                        "a rule with levels says its severities there, any other needs a severity");
    }

    @Test
    void aRateNeedsItsTime() {
        assertThat(faults("\"severity\": 3, \"when\": \"rate.pm25 > 5\""))
                .containsExactly("a rule that uses a rate says ratePer");
    }

    @Test
    void aTextHasNoRate() {
        assertThat(faults("\"severity\": 3, \"when\": \"rate.door > 5\", \"ratePer\": \"hour\""))
                .hasSize(1)
                .allMatch(fault -> fault.startsWith("there is no variable 'rate.door'"));
    }

    @Test
    void hoursAreChecked() {
        for (String wrong : List.of(
                "always",
                "workdays 7-22",
                "funday 07:00-08:00",
                "daily 07:00-12:00,11:00-13:00",
                "daily 25:00-26:00")) {
            assertThat(faults("\"severity\": 3, \"when\": \"pm25 > 1\", \"active\": \"" + wrong + "\""))
                    .as(wrong)
                    .hasSize(1);
        }
    }

    @Test
    void whatDoesNotGoTogetherIsRefused() {
        assertThat(faults("\"severity\": 3, \"when\": \"pm25 > 1\", \"for\": \"PT1H\","
                        + " \"repeat\": {\"times\": 3, \"within\": \"PT10M\"}"))
                .containsExactly("for cannot go with repeat");
        assertThat(faults("\"severity\": 3, \"when\": \"pm25 > 1\", \"clear\": \"by-hand\", \"clearAfter\": \"PT1H\""))
                .containsExactly("clearAfter contradicts clear: by-hand");
        assertThat(faults("\"severity\": 3, \"when\": \"pm25 > 1\", \"group\": \"g\""))
                .containsExactly("group is for rules with scope area or group");
    }

    @Test
    void aConditionOverSeveralDevicesIsCheckedWithin() {
        assertThat(
                        faults(
                                "\"severity\": 3, \"scope\": \"area\", \"areaKind\": \"district\", \"when\": \"count(pm26 > 1) > 3\""))
                .containsExactly("there is no variable 'pm26'; did you mean 'pm25'?");
        assertThat(faults(
                        "\"severity\": 3, \"scope\": \"area\", \"areaKind\": \"district\", \"when\": \"devices > 3\""))
                .containsExactly("the condition needs count, share, avg, sum, lowest or highest");
    }

    private static List<String> faults(String rest) {
        String whole = "{\"id\": \"r\", \"product\": \"station\", \"title\": {\"zh\": \"规则\", \"en\": \"Rule\"}, "
                + rest + "}";
        List<String> faults = new ArrayList<>();
        PackItem item = new PackItem("r", JSON.readTree(whole), "rules.yaml", new PackLines(Map.of("", 1)));
        new RuleCheck(item, PROPERTIES, (place, message) -> faults.add(message.en())).run();
        return faults;
    }
}
