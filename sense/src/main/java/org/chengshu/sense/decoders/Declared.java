package org.chengshu.sense.decoders;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import org.chengshu.kernel.Nearest;
import org.chengshu.kernel.Text;
import tools.jackson.databind.JsonNode;

/** An object of a declaration as it is read; what is wrong with it is told with its JSON pointer. For one thread. */
final class Declared {
    private final JsonNode json;
    private final String pointer;
    private final Faults faults;

    /** Takes what is wrong. */
    @FunctionalInterface
    public interface Faults {
        void add(String pointer, Text message);
    }

    Declared(JsonNode json, String pointer, Faults faults) {
        this.json = json;
        this.pointer = pointer;
        this.faults = faults;
        if (!json.isObject()) {
            fault("", "应为对象", "this is an object");
        }
    }

    Declared only(String... keys) {
        Set<String> known = Set.copyOf(Arrays.asList(keys));
        json.propertyNames().stream().filter(key -> !known.contains(key)).forEach(key -> {
            String near = Nearest.of(key, List.copyOf(known))
                    .map(one -> ", did you mean " + one + "?")
                    .orElse("");
            fault("/" + key, "不认识 " + key, "there is no " + key + " here" + near);
        });
        return this;
    }

    void fault(String at, String zh, String en) {
        faults.add(pointer + at, Text.of(zh, en));
    }

    boolean has(String key) {
        return json.has(key);
    }

    JsonNode raw(String key) {
        return json.path(key);
    }

    Optional<String> word(String key) {
        JsonNode value = json.path(key);
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        if (!value.isString() || value.stringValue().isBlank()) {
            fault("/" + key, "应为文字", key + " is a text");
            return Optional.empty();
        }
        return Optional.of(value.stringValue());
    }

    Optional<String> needWord(String key) {
        if (!json.has(key)) {
            fault("", "缺少 " + key, key + " is missing");
        }
        return word(key);
    }

    OptionalInt whole(String key, int low, int high) {
        JsonNode value = json.path(key);
        if (value.isMissingNode()) {
            return OptionalInt.empty();
        }
        if (!value.isIntegralNumber()
                || !value.canConvertToInt()
                || value.intValue() < low
                || value.intValue() > high) {
            fault(
                    "/" + key,
                    "应为 " + low + " 至 " + high + " 的整数",
                    key + " is a whole number from " + low + " to " + high);
            return OptionalInt.empty();
        }
        return OptionalInt.of(value.intValue());
    }

    int needWhole(String key, int low, int high) {
        if (!json.has(key)) {
            fault("", "缺少 " + key, key + " is missing");
        }
        return whole(key, low, high).orElse(Math.max(0, low));
    }

    double number(String key, double usual) {
        JsonNode value = json.path(key);
        if (value.isMissingNode()) {
            return usual;
        }
        if (!value.isNumber()) {
            fault("/" + key, "应为数值", key + " is a number");
            return usual;
        }
        return value.doubleValue();
    }

    boolean flag(String key, boolean usual) {
        JsonNode value = json.path(key);
        if (!value.isMissingNode() && !value.isBoolean()) {
            fault("/" + key, "应为 true 或 false", key + " is true or false");
        }
        return value.isBoolean() ? value.booleanValue() : usual;
    }

    <T> Optional<T> parsed(String key, Function<String, T> parser) {
        return word(key).flatMap(text -> {
            try {
                return Optional.of(parser.apply(text));
            } catch (IllegalArgumentException | java.time.DateTimeException e) {
                fault("/" + key, "写法有误：" + e.getMessage(), String.valueOf(e.getMessage()));
                return Optional.empty();
            }
        });
    }

    <T> Optional<T> choice(String key, Function<String, Optional<T>> choices, String all) {
        return word(key).flatMap(word -> {
            Optional<T> chosen = choices.apply(word);
            if (chosen.isEmpty()) {
                fault("/" + key, "应为其中之一：" + all, key + " is one of " + all + ", not " + word);
            }
            return chosen;
        });
    }

    Optional<Declared> part(String key) {
        return json.has(key) ? Optional.of(new Declared(json.get(key), pointer + "/" + key, faults)) : Optional.empty();
    }

    List<Declared> parts(String key, int most) {
        JsonNode list = json.path(key);
        if (!list.isMissingNode() && (!list.isArray() || list.size() > most)) {
            fault("/" + key, "应为至多 " + most + " 项的列表", key + " is a list of at most " + most);
            return List.of();
        }
        List<Declared> parts = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            parts.add(new Declared(list.get(i), pointer + "/" + key + "/" + i, faults));
        }
        return parts;
    }
}
