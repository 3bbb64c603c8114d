package org.chengshu.data.rule;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.chengshu.core.http.PlacedFault;
import org.chengshu.kernel.Nearest;
import org.chengshu.kernel.Text;
import tools.jackson.databind.JsonNode;

/** Reads one JSON object property by property and collects what is wrong with it, each with its JSON pointer. */
final class SpecReader {
    private static final int LONGEST_TEXT = 2_000;
    private static final int MOST_VALUES = 1_000;

    private final JsonNode json;
    private final String place;
    private final List<PlacedFault> faults;
    private final Set<String> known = new TreeSet<>();

    SpecReader(JsonNode json, String place, List<PlacedFault> faults) {
        this.json = json;
        this.place = place;
        this.faults = faults;
    }

    SpecReader inside(String name) {
        known.add(name);
        return new SpecReader(json.path(name), place + "/" + name, faults);
    }

    boolean has(String name) {
        known.add(name);
        return json.hasNonNull(name);
    }

    JsonNode node(String name) {
        known.add(name);
        return json.path(name);
    }

    String text(String name) {
        return maybeText(name).orElseGet(() -> {
            fault(name, Text.of("缺少 " + name, name + " is missing"));
            return "";
        });
    }

    Optional<String> maybeText(String name) {
        JsonNode node = node(name);
        if (node.isMissingNode() || node.isNull()) {
            return Optional.empty();
        }
        if (!node.isString() || node.asString().isBlank() || node.asString().length() > LONGEST_TEXT) {
            fault(name, Text.of(name + " 应为 1 到 2000 字的文字", name + " is a text of 1 to 2000 characters"));
            return Optional.empty();
        }
        return Optional.of(node.asString());
    }

    List<String> texts(String name, boolean needed) {
        JsonNode node = node(name);
        List<String> texts = new ArrayList<>();
        node.valueStream().filter(JsonNode::isString).map(JsonNode::asString).forEach(texts::add);
        boolean absent = node.isMissingNode() || node.isNull();
        if (absent ? needed : texts.size() != node.size() || !node.isArray() || texts.size() > MOST_VALUES) {
            fault(name, Text.of(name + " 应为文字列表（至多 1000 项）", name + " is a list of texts, at most 1000"));
        } else if (needed && texts.isEmpty()) {
            fault(name, Text.of(name + " 不能为空", name + " must not be empty"));
        }
        return List.copyOf(texts);
    }

    Optional<Double> maybeNumber(String name) {
        JsonNode node = node(name);
        if (node.isMissingNode() || node.isNull()) {
            return Optional.empty();
        }
        if (!node.isNumber()) {
            fault(name, Text.of(name + " 应为数字", name + " is a number"));
            return Optional.empty();
        }
        return Optional.of(node.asDouble());
    }

    double number(String name, double byDefault, double least, double most) {
        double number = maybeNumber(name).orElse(byDefault);
        if (number < least || number > most) {
            fault(
                    name,
                    Text.of(
                            name + " 应在 " + least + " 到 " + most + " 之间",
                            name + " lies between " + least + " and " + most));
            return byDefault;
        }
        return number;
    }

    boolean flag(String name) {
        JsonNode node = node(name);
        if (!node.isMissingNode() && !node.isBoolean()) {
            fault(name, Text.of(name + " 应为 true 或 false", name + " is true or false"));
        }
        return node.asBoolean(false);
    }

    Duration duration(String name) {
        String text = text(name);
        try {
            Duration duration = Duration.parse(text);
            if (duration.isPositive()) {
                return duration;
            }
        } catch (DateTimeException e) {
            // told below
        }
        if (!text.isEmpty()) {
            fault(
                    name,
                    Text.of(
                            text + " 不是大于零的 ISO 8601 时长，如 P1D",
                            text + " is not an ISO 8601 duration above zero, such as P1D"));
        }
        return Duration.ofDays(1);
    }

    void fault(String name, Text words) {
        faults.add(new PlacedFault(name.isEmpty() ? place : place + "/" + name, words));
    }

    /** Faults every property that nobody asked for. */
    void closed() {
        json.propertyNames().stream().filter(name -> !known.contains(name)).forEach(name -> {
            String meant = Nearest.of(name, known)
                    .map(near -> "; did you mean " + near + "?")
                    .orElse("");
            fault(name, Text.of("没有属性 " + name, "there is no property " + name + meant));
        });
    }
}
