package org.chengshu.data.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.chengshu.core.http.PlacedFault;
import org.chengshu.kernel.Text;
import tools.jackson.databind.JsonNode;

/** Collects everything that is wrong with the settings of a source. Used by one thread. */
public final class ConfigChecks {
    private final JsonNode config;
    private final List<PlacedFault> faults = new ArrayList<>();

    public ConfigChecks(JsonNode config) {
        this.config = config;
    }

    public List<PlacedFault> faults() {
        return List.copyOf(faults);
    }

    /** The text of a field; of no length when it is missing. */
    public String text(String field) {
        return config.path(field).asString("").strip();
    }

    public void wrong(String field, String zh, String en) {
        faults.add(new PlacedFault(field, Text.of(zh, en)));
    }

    public void matches(String field, Pattern pattern, String zh, String en) {
        if (!pattern.matcher(text(field)).matches()) {
            wrong(field, "应为" + zh, "must be " + en);
        }
    }

    /** As {@link #matches} when the field is there. */
    public void mayMatch(String field, Pattern pattern, String zh, String en) {
        if (!text(field).isEmpty()) {
            matches(field, pattern, zh, en);
        }
    }

    public void oneOf(String field, Set<String> words) {
        if (!text(field).isEmpty() && !words.contains(text(field))) {
            String all = String.join(", ", words.stream().sorted().toList());
            wrong(field, "应为其中之一：" + all, "must be one of " + all);
        }
    }

    /** A whole number within these limits, when the field is there. */
    public void within(String field, int least, int most) {
        JsonNode value = config.path(field);
        boolean told = !value.isMissingNode() && !value.isNull();
        if (told && (!value.isInt() || value.intValue() < least || value.intValue() > most)) {
            wrong(field, "应为 " + least + " 到 " + most + " 的整数", "must be a whole number from " + least + " to " + most);
        }
    }
}
