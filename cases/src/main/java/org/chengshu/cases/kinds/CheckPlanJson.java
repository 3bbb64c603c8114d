package org.chengshu.cases.kinds;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chengshu.core.packs.PackFaults;
import org.chengshu.core.packs.PackItem;
import org.chengshu.kernel.Text;
import tools.jackson.databind.JsonNode;

/** Reads and checks who verifies, as a pack wrote it. */
final class CheckPlanJson {
    static final String SENSOR = "sensor";
    private static final String NONE = "none";
    private static final String BY = "/verification/by";
    private static final String VERIFY_FOR = "/verification/verifyFor";

    private CheckPlanJson() {}

    static CheckPlan read(JsonNode kind) {
        Set<String> by = by(kind);
        JsonNode sample = kind.at("/verification/sample");
        return new CheckPlan(
                by.isEmpty() || by.contains("officer"),
                by.contains(NONE),
                by.stream().flatMap(word -> CheckWay.ofWord(word).stream()).toList(),
                sample.path("share").asDouble(0),
                CheckWay.ofWord(sample.path("by").asString("")).orElse(CheckWay.GRID));
    }

    static boolean bySensor(JsonNode kind) {
        return by(kind).contains(SENSOR);
    }

    private static Set<String> by(JsonNode kind) {
        JsonNode by = kind.at(BY);
        List<String> words = new ArrayList<>();
        if (by.isString()) {
            words.add(by.asString());
        }
        by.values().forEach(word -> words.add(word.asString()));
        return Set.copyOf(words);
    }

    static void check(PackItem item, PackFaults faults) {
        Set<String> by = by(item.json());
        boolean time = item.json().at(VERIFY_FOR).isString();
        Optional<Text> fault = Optional.empty();
        if (by.contains(SENSOR) && !time) {
            fault = Optional.of(Text.of("由传感器核查时须写 verifyFor", "the sensor verifies: verifyFor is missing"));
        } else if (time && !by.contains(SENSOR)) {
            fault = Optional.of(
                    Text.of("verifyFor 只用于由传感器核查", "verifyFor is for the sensor, which does not verify here"));
        } else if (by.contains(NONE) && by.size() > 1) {
            fault = Optional.of(Text.of("none 不能与其他核查方式并列", "none stands alone"));
        }
        fault.ifPresent(words -> faults.add(item.place("/verification"), words));
    }
}
