package org.chengshu.core.packs.internal.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.chengshu.kernel.Severity;
import org.chengshu.kernel.Text;
import tools.jackson.databind.JsonNode;

/** Says a value as people do: durations in hours, severities by colour, enumerations in words. */
final class ValueWords {
    private static final Map<Severity, Text> COLOURS = Map.of(
            Severity.BLUE, Text.of("蓝色", "blue"),
            Severity.YELLOW, Text.of("黄色", "yellow"),
            Severity.ORANGE, Text.of("橙色", "orange"),
            Severity.RED, Text.of("红色", "red"));
    private static final Pattern BARE = Pattern.compile("[\\p{L}\\p{N}_:./%-]+");
    private static final int LONGEST = 160;

    private ValueWords() {}

    static Text say(SchemaPlace place, JsonNode value) {
        return shortened(whole(place, value));
    }

    static String number(JsonNode number) {
        return number.isIntegralNumber()
                ? number.asString()
                : number.decimalValue().stripTrailingZeros().toPlainString();
    }

    private static Text whole(SchemaPlace place, JsonNode value) {
        if (value.isNull()) {
            return Text.of("空", "nothing");
        }
        if (value.isBoolean()) {
            return value.asBoolean() ? Text.of("是", "yes") : Text.of("否", "no");
        }
        if (value.isNumber()) {
            return severity(place, value).orElseGet(() -> both(number(value)));
        }
        if (value.isString()) {
            return string(place, value.asString());
        }
        if (ItemComparison.isText(value)) {
            return Text.of(
                    quotedZh(value.path("zh").asString()),
                    quotedEn(value.path("en").asString()));
        }
        return value.isArray() ? list(place, value) : object(place, value);
    }

    private static Optional<Text> severity(SchemaPlace place, JsonNode value) {
        boolean is = place.as().filter("severity"::equals).isPresent() && value.isIntegralNumber();
        if (!is || value.asInt() < 1 || value.asInt() > Severity.values().length) {
            return Optional.empty();
        }
        Text colour = COLOURS.get(Severity.ofLevel(value.asInt()));
        return Optional.of(
                Text.of(colour.zh() + "（" + value.asInt() + " 级）", colour.en() + " (" + value.asInt() + ")"));
    }

    private static Text string(SchemaPlace place, String value) {
        return place.word(value)
                .or(() -> DurationWords.of(value))
                .orElseGet(
                        () -> BARE.matcher(value).matches() ? both(value) : Text.of(quotedZh(value), quotedEn(value)));
    }

    private static Text list(SchemaPlace place, JsonNode value) {
        if (value.isEmpty()) {
            return Text.of("空列表", "an empty list");
        }
        boolean range = place.as().filter("range"::equals).isPresent() && value.size() == 2;
        List<Text> said = new ArrayList<>();
        for (int i = 0; i < value.size(); i++) {
            said.add(element(place.element(i), value.path(i)));
        }
        return range
                ? Text.of(joined(said, Text::zh, " 至 "), joined(said, Text::en, ".."))
                : Text.of(joined(said, Text::zh, "、"), joined(said, Text::en, ", "));
    }

    private static Text element(SchemaPlace place, JsonNode value) {
        if (!value.isArray()) {
            return whole(place, value);
        }
        Text inner = list(place, value);
        return Text.of("（" + inner.zh() + "）", "(" + inner.en() + ")");
    }

    private static Text object(SchemaPlace place, JsonNode value) {
        List<Text> said = value.properties().stream()
                .map(entry -> entry(place, entry.getKey(), entry.getValue()))
                .toList();
        return said.isEmpty()
                ? Text.of("空", "nothing")
                : Text.of(joined(said, Text::zh, "；"), joined(said, Text::en, "; "));
    }

    private static Text entry(SchemaPlace place, String key, JsonNode value) {
        SchemaPlace inside = place.property(key);
        Text name = inside.name()
                .or(() -> place.keyWord(key))
                .or(() -> CommonNames.of(key))
                .orElseGet(() -> both(key));
        Text said = element(inside, value);
        return Text.of(name.zh() + " " + said.zh(), name.en() + " " + said.en());
    }

    private static String joined(List<Text> texts, Function<Text, String> language, String between) {
        return texts.stream().map(language).collect(Collectors.joining(between));
    }

    private static Text shortened(Text text) {
        return Text.of(shortened(text.zh()), shortened(text.en()));
    }

    private static String shortened(String words) {
        return words.codePointCount(0, words.length()) <= LONGEST
                ? words
                : words.substring(0, words.offsetByCodePoints(0, LONGEST)) + "…";
    }

    private static Text both(String words) {
        return words.isBlank() ? Text.of("空", "nothing") : Text.of(words, words);
    }

    static String quotedZh(String words) {
        return "「" + words + "」";
    }

    static String quotedEn(String words) {
        return "“" + words + "”";
    }
}
