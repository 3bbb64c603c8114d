package org.chengshu.data.standard.function;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Words behind a number that multiply it, such as 万 and 亿; the longest that fits is taken. Pure. */
final class Multipliers {
    record Found(BigDecimal times, int length) {}

    private record Word(String text, Found found) {}

    private static final List<Word> WORDS = List.of(
            word("百万亿", 14),
            word("十万亿", 13),
            word("万亿", 12),
            word("千亿", 11),
            word("仟亿", 11),
            word("百亿", 10),
            word("佰亿", 10),
            word("十亿", 9),
            word("亿", 8),
            word("億", 8),
            word("千万", 7),
            word("仟万", 7),
            word("百万", 6),
            word("佰万", 6),
            word("十万", 5),
            word("拾万", 5),
            word("万", 4),
            word("萬", 4),
            word("千", 3),
            word("仟", 3),
            word("百", 2),
            word("佰", 2),
            word("billion", 9),
            word("million", 6),
            word("thousand", 3));

    private static final FirstLetters<Word> BY_LETTER = FirstLetters.of(WORDS, Word::text);

    private Multipliers() {}

    static Optional<Found> at(String text, int at) {
        return at < text.length() ? BY_LETTER.longest(text, at).map(Word::found) : Optional.empty();
    }

    /** The factor that a unit such as {@code 万元} starts with; 1 when there is none. */
    static BigDecimal of(String unit) {
        return at(unit.toLowerCase(Locale.ROOT), 0).map(Found::times).orElse(BigDecimal.ONE);
    }

    private static Word word(String text, int zeros) {
        return new Word(text, new Found(BigDecimal.TEN.pow(zeros), text.length()));
    }
}
