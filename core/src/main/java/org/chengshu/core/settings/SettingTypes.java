package org.chengshu.core.settings;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.chengshu.kernel.Text;

/** The kinds of values that settings have. */
final class SettingTypes {
    private static final int LONGEST_TEXT = 4_000;

    private SettingTypes() {}

    static SettingType<String> text() {
        return of("text", Text.of("1 到 4000 个字符的文字", "a text of 1 to 4000 characters"), SettingTypes::words);
    }

    static SettingType<Secret> secret() {
        return of("secret", Text.of("1 到 4000 个字符的密钥", "a secret of 1 to 4000 characters"), text -> words(text)
                .map(Secret::of));
    }

    static SettingType<Integer> number(int least, int most) {
        return of(
                "number",
                Text.of(least + " 到 " + most + " 的整数", "a whole number from " + least + " to " + most),
                text -> quietly(Integer::valueOf, text).filter(within(least, most)));
    }

    static SettingType<Double> decimal(double least, double most) {
        return of(
                "number",
                Text.of(least + " 到 " + most + " 的数", "a number from " + least + " to " + most),
                text -> quietly(Double::valueOf, text).filter(within(least, most)));
    }

    static SettingType<Boolean> flag() {
        return of(
                "flag",
                Text.of("true 或 false", "true or false"),
                text -> List.of("true", "false").contains(text) ? Optional.of(text.equals("true")) : Optional.empty());
    }

    static SettingType<Duration> duration(Duration least, Duration most) {
        String from = Quantities.written(least);
        String to = Quantities.written(most);
        return of(
                "duration",
                Text.of(
                        from + " 到 " + to + " 的时长（如 30s、5m、12h、7d）",
                        "a span from " + from + " to " + to + ", such as 30s, 5m, 12h, 7d"),
                text -> Quantities.duration(text).filter(within(least, most)));
    }

    static SettingType<Long> bytes(long least, long most) {
        String from = Quantities.written(least);
        String to = Quantities.written(most);
        return of(
                "bytes",
                Text.of(
                        from + " 到 " + to + " 的字节数（如 64MiB）",
                        "an amount from " + from + " to " + to + ", such as 64MiB"),
                text -> Quantities.bytes(text).filter(within(least, most)));
    }

    static <E extends Enum<E>> SettingType<E> choice(Class<E> constants) {
        List<E> all = List.of(constants.getEnumConstants());
        String words = all.stream().map(SettingTypes::word).collect(Collectors.joining(", "));
        return of("choice", Text.of(words + " 之一", "one of " + words), text -> all.stream()
                .filter(constant -> word(constant).equals(text))
                .findFirst());
    }

    static SettingType<Path> path() {
        return new SettingType<>(
                "path",
                Text.of("文件或目录路径", "a path of a file or folder"),
                (text, folder) -> words(text)
                        .flatMap(word -> quietly(folder::resolve, word))
                        .map(Path::normalize),
                Optional.empty());
    }

    static SettingType<List<String>> list() {
        return of(
                "list",
                Text.of("以逗号分隔的词", "words joined by commas"),
                text -> Optional.of(Arrays.stream(text.split(",", -1))
                        .map(String::strip)
                        .filter(word -> !word.isEmpty())
                        .toList()));
    }

    static <T> SettingType<T> custom(Text expects, Function<String, T> reader) {
        return of("text", expects, text -> quietly(reader, text));
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static <T> SettingType<T> of(String kind, Text expects, Function<String, Optional<T>> reader) {
        return new SettingType<>(kind, expects, (text, folder) -> reader.apply(text), Optional.empty());
    }

    private static Optional<String> words(String text) {
        return text.isBlank() || text.length() > LONGEST_TEXT ? Optional.empty() : Optional.of(text);
    }

    private static <T extends Comparable<T>> Predicate<T> within(T least, T most) {
        return value -> value.compareTo(least) >= 0 && value.compareTo(most) <= 0;
    }

    private static <T> Optional<T> quietly(Function<String, T> reader, String text) {
        try {
            return Optional.of(reader.apply(text));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }
}
