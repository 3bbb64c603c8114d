package org.chengshu.sense.twin;

import java.util.ArrayList;
import java.util.List;
import org.chengshu.core.http.PlacedFault;
import org.chengshu.kernel.Text;
import tools.jackson.databind.JsonNode;

/** What state may look like. Pure. */
final class TwinRules {
    static final int MOST_NAMES = 200;
    static final int LONGEST_NAME = 64;
    static final int LONGEST_VALUE = 4_096;

    private TwinRules() {}

    static List<PlacedFault> faults(JsonNode state, String at) {
        List<PlacedFault> faults = new ArrayList<>();
        if (!state.isObject()) {
            faults.add(new PlacedFault(at, Text.of("应是对象", "it is to be an object")));
            return faults;
        }
        if (state.size() > MOST_NAMES) {
            faults.add(new PlacedFault(at, Text.of("最多 " + MOST_NAMES + " 项", "at most " + MOST_NAMES + " names")));
        }
        state.properties().forEach(entry -> check(entry.getKey(), entry.getValue(), at, faults));
        return faults;
    }

    private static void check(String name, JsonNode value, String at, List<PlacedFault> faults) {
        if (name.isBlank() || name.length() > LONGEST_NAME || name.indexOf('\u0000') >= 0) {
            faults.add(
                    new PlacedFault(at, Text.of("名称应为 1 至 64 个字符", "a name has 1 to " + LONGEST_NAME + " characters")));
        } else if (value.toString().length() > LONGEST_VALUE) {
            faults.add(new PlacedFault(
                    at + "/" + name,
                    Text.of("超过 " + LONGEST_VALUE + " 个字符", "it has more than " + LONGEST_VALUE + " characters")));
        } else if (value.toString().contains("\\u0000")) {
            faults.add(new PlacedFault(at + "/" + name, Text.of("含有无法保存的字符", "it has characters that cannot be kept")));
        }
    }
}
