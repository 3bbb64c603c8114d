package org.chengshu.core.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.chengshu.kernel.Text;

/**
 * A setting being declared. Each of the last words ({@link #text}, {@link #number}...) ends the declaration; a default that
 * does not fit its own limits is refused at once. Immutable.
 */
public final class SettingDraft {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*(\\.[a-z][a-z0-9]*(-[a-z0-9]+)*)+");
    private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+(\\.\\d+)?");

    private final String name;
    private final Optional<String> since;
    private final Optional<Text> summary;
    private final Optional<String> unit;
    private final UnaryOperator<String> mask;
    private final boolean secret;
    private final String variable;

    SettingDraft(String name) {
        this(
                name,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                UnaryOperator.identity(),
                false,
                variableOf(name));
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "a setting's name is at least two words of a-z, 0-9 and dashes, joined by dots, not " + name);
        }
    }

    private SettingDraft(
            String name,
            Optional<String> since,
            Optional<Text> summary,
            Optional<String> unit,
            UnaryOperator<String> mask,
            boolean secret,
            String variable) {
        this.name = name;
        this.since = since;
        this.summary = summary;
        this.unit = unit;
        this.mask = mask;
        this.secret = secret;
        this.variable = variable;
    }

    /** The version in which the setting comes, such as 0.2. */
    public SettingDraft since(String version) {
        if (!VERSION.matcher(version).matches()) {
            throw new IllegalArgumentException(name + ": since is a version such as 0.2, not " + version);
        }
        return new SettingDraft(name, Optional.of(version), summary, unit, mask, secret, variable);
    }

    public SettingDraft summary(String zh, String en) {
        return new SettingDraft(name, since, Optional.of(Text.of(zh, en)), unit, mask, secret, variable);
    }

    /** What the number counts, such as {@code connections}. */
    public SettingDraft unit(String word) {
        return new SettingDraft(name, since, summary, Optional.of(word), mask, secret, variable);
    }

    /** Hides a part of the value, such as a password within an address, wherever it is shown. */
    public SettingDraft shownAs(UnaryOperator<String> shown) {
        return new SettingDraft(name, since, summary, unit, shown, secret, variable);
    }

    /** The variable that sets it, when it has a name of its own. */
    SettingDraft variable(String word) {
        return new SettingDraft(name, since, summary, unit, mask, secret, word);
    }

    public Setting<String> text(String byDefault) {
        return setting(SettingTypes.text(), byDefault);
    }

    public Setting<Optional<String>> optionalText() {
        return setting(SettingTypes.text().optional());
    }

    /** A whole number within these limits, both included. */
    public Setting<Integer> number(int byDefault, int least, int most) {
        return setting(SettingTypes.number(least, most), String.valueOf(byDefault));
    }

    /** A whole number within these limits, when one is given. */
    public Setting<Optional<Integer>> optionalNumber(int least, int most) {
        return setting(SettingTypes.number(least, most).optional());
    }

    public Setting<Double> decimal(double byDefault, double least, double most) {
        return setting(SettingTypes.decimal(least, most), String.valueOf(byDefault));
    }

    /** {@code true} or {@code false}. */
    public Setting<Boolean> flag(boolean byDefault) {
        return setting(SettingTypes.flag(), String.valueOf(byDefault));
    }

    /** A span such as {@code 500ms}, {@code 30s}, {@code 5m}, {@code 12h}, {@code 7d}, or in ISO 8601. */
    public Setting<Duration> duration(Duration byDefault, Duration least, Duration most) {
        return setting(SettingTypes.duration(least, most), Quantities.written(byDefault));
    }

    /** An amount such as {@code 64MiB} or {@code 10MB}; a bare number counts bytes. */
    public Setting<Long> bytes(long byDefault, long least, long most) {
        return setting(SettingTypes.bytes(least, most), Quantities.written(byDefault));
    }

    /** One of the constants of an enum, written in small letters with dashes. */
    public <E extends Enum<E>> Setting<E> choice(E byDefault) {
        return setting(SettingTypes.choice(byDefault.getDeclaringClass()), SettingTypes.word(byDefault));
    }

    /** A file or folder; a relative one lies in the data folder. */
    public Setting<Path> path(String byDefault) {
        return setting(SettingTypes.path(), byDefault);
    }

    public Setting<Optional<Path>> optionalPath() {
        return setting(SettingTypes.path().optional());
    }

    /** Words, joined by commas, or a list in YAML; none by default. */
    public Setting<List<String>> list(String... byDefault) {
        return setting(SettingTypes.list(), String.join(",", byDefault));
    }

    /** Never shown; given by environment, by a file of its own ({@code <name>-file}), or in a chengshu.yaml that only its owner reads. */
    public Setting<Optional<Secret>> secret() {
        SettingDraft hidden = new SettingDraft(name, since, summary, unit, text -> Secret.HIDDEN, true, variable);
        return hidden.setting(SettingTypes.secret().optional());
    }

    /** Any other kind of value; the reader throws {@link IllegalArgumentException} or {@link java.time.DateTimeException} when the text is none. */
    public <T> Setting<T> value(String byDefault, Text expects, Function<String, T> reader) {
        return setting(SettingTypes.custom(expects, reader), byDefault);
    }

    private <T> Setting<T> setting(SettingType<T> type, String byDefault) {
        return new Setting<>(complete(), type, Optional.of(byDefault));
    }

    private <T> Setting<T> setting(SettingType<T> type) {
        return new Setting<>(complete(), type, Optional.empty());
    }

    private SettingDraft complete() {
        if (since.isEmpty() || summary.isEmpty()) {
            throw new IllegalArgumentException(name + ": a setting says since when it is there, and what it is for");
        }
        return this;
    }

    String name() {
        return name;
    }

    String since() {
        return since.orElseThrow();
    }

    Text summary() {
        return summary.orElseThrow();
    }

    Optional<String> unit() {
        return unit;
    }

    UnaryOperator<String> mask() {
        return mask;
    }

    String variable() {
        return variable;
    }

    private static String variableOf(String name) {
        return "CHENGSHU_" + name.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }

    boolean isSecret() {
        return secret;
    }
}
