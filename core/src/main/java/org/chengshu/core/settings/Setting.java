package org.chengshu.core.settings;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.chengshu.kernel.Text;

/**
 * One thing that whoever runs a city may set, declared once as a constant:
 * {@code Setting.named("mail.port").since("0.2").summary("邮件服务器端口", "Port of the mail server").number(25, 1, 65535)}.
 * The name in dots and dashes is what stands in {@code chengshu.yaml} and after {@code --set}; in the environment it is
 * written {@code CHENGSHU_MAIL_PORT}. The feature that declares it hands it over in a {@code core.spi.SettingSource}, and
 * reads it with {@link Settings#get}. Values are read when a node starts. Immutable.
 */
public final class Setting<T> {
    private static final String FILE_SUFFIX = "-file";

    private final SettingDraft draft;
    private final SettingType<T> type;
    private final Optional<String> defaultText;

    Setting(SettingDraft draft, SettingType<T> type, Optional<String> defaultText) {
        this.draft = draft;
        this.type = type;
        this.defaultText = defaultText;
        defaultText.ifPresent(text -> {
            if (read(text, Path.of("/")).isEmpty()) {
                throw new IllegalArgumentException(name() + ": its default " + text + " is not "
                        + type.expects().en());
            }
        });
    }

    /** Begins a declaration: {@code since} and {@code summary} must follow, then what kind of value it is. */
    public static SettingDraft named(String name) {
        return new SettingDraft(name);
    }

    public String name() {
        return draft.name();
    }

    public Text summary() {
        return draft.summary();
    }

    /** The version of the platform in which it came. */
    public String since() {
        return draft.since();
    }

    /** What a number counts; empty when the value says it itself. */
    public Optional<String> unit() {
        return draft.unit();
    }

    /** One word: text, number, flag, duration, bytes, choice, path, list, secret. */
    public String kind() {
        return type.kind();
    }

    /** Which values it takes, completing "is not ...". */
    public Text expects() {
        return type.expects();
    }

    /** The default as it would be written; empty when there is none. */
    public Optional<String> defaultText() {
        return defaultText;
    }

    /** The variable that sets it. */
    public String environmentName() {
        return draft.variable();
    }

    /** The further name by which a secret may be given as a file that holds it; empty when it is no secret. */
    public Optional<String> fileName() {
        return isSecret() ? Optional.of(name() + FILE_SUFFIX) : Optional.empty();
    }

    public boolean isSecret() {
        return draft.isSecret();
    }

    /** A given text as it may be shown: a secret hidden, a password within an address as well. */
    public String shown(String text) {
        UnaryOperator<String> mask = draft.mask();
        return mask.apply(text);
    }

    /** The value that the text stands for; empty when the text is not such a value. */
    public Optional<T> read(String text, Path dataFolder) {
        return type.reader().read(text, dataFolder);
    }

    /** The value when nothing is given; empty when this setting must be given. */
    public Optional<T> fallback(Path dataFolder) {
        return defaultText.isPresent() ? read(defaultText.get(), dataFolder) : type.none();
    }

    @Override
    public String toString() {
        return "Setting[" + name() + "]";
    }
}
