package org.chengshu.data.rule;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.chengshu.kernel.Text;

/** The six ways in which data are bad: 碎 多 少 乱 错 旧. */
public enum QualityKind {
    FRAGMENTED("碎", "fragmented"),
    REDUNDANT("多", "redundant"),
    MISSING("少", "missing"),
    DISORDERED("乱", "disordered"),
    WRONG("错", "wrong"),
    STALE("旧", "stale");

    private final Text title;

    QualityKind(String zh, String en) {
        this.title = Text.of(zh, en);
    }

    public Text title() {
        return title;
    }

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<QualityKind> find(String word) {
        return Stream.of(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
