package org.chengshu.data.standard.function;

import java.math.BigDecimal;
import java.util.Optional;
import org.chengshu.data.standard.Characters;
import org.chengshu.data.standard.Standardised;

/**
 * Reads one unsigned number from a place in a text of half width: digits with grouping marks at every third place, a
 * decimal mark, an exponent; or Chinese numerals. Pure.
 */
final class NumberScanner {
    static final int MOST_DIGITS = 30;
    private static final int MOST_EXPONENT = 30;

    private final char decimal;
    private final String grouping;

    /** @param decimalComma whether the comma is the decimal mark and the dot groups */
    NumberScanner(boolean decimalComma) {
        this.decimal = decimalComma ? ',' : '.';
        this.grouping = decimalComma ? ".' \u00A0" : ",'";
    }

    boolean startsAt(String text, int at) {
        char c = text.charAt(at);
        return Characters.isDigit(c)
                || (c == decimal && at + 1 < text.length() && Characters.isDigit(text.charAt(at + 1)))
                || ChineseNumerals.digit(c) >= 0
                || ChineseNumerals.unit(c) == 10;
    }

    /** Empty when the digits are grouped or written in a way that can be read twice or not at all. */
    Optional<Scanned> scan(String text, int at) {
        return ChineseNumerals.isNumeral(text.charAt(at)) ? chinese(text, at) : arabic(text, at);
    }

    static Standardised.Problem unreadable() {
        return Standardised.problem(
                "NUMBER",
                "数字写法不成立：千分位须每三位一组，中文数字须按规则书写，最多 " + MOST_DIGITS + " 位",
                "not a number by the rules: groups have three digits, Chinese numerals follow their order, at most "
                        + MOST_DIGITS + " digits");
    }

    private static Optional<Scanned> chinese(String text, int at) {
        int end = at;
        while (end < text.length() && ChineseNumerals.isNumeral(text.charAt(end))) {
            end++;
        }
        int stop = end;
        return ChineseNumerals.parse(text.substring(at, end)).map(value -> new Scanned(value, stop, true));
    }

    private Optional<Scanned> arabic(String text, int at) {
        StringBuilder digits = new StringBuilder(20);
        int end = whole(text, at, digits);
        if (end < 0) {
            return Optional.empty();
        }
        if (end < text.length() && text.charAt(end) == decimal) {
            digits.append('.');
            end = run(text, end + 1, digits);
        }
        if (digits.length() > MOST_DIGITS) {
            return Optional.empty();
        }
        int exponent = exponentEnd(text, end);
        if (exponent > end) {
            digits.append('E').append(text, end + 1, exponent);
            end = exponent;
        }
        return Optional.of(new Scanned(number(digits), end, false));
    }

    private static BigDecimal number(StringBuilder digits) {
        if (digits.charAt(0) == '.') {
            digits.insert(0, '0');
        }
        return new BigDecimal(digits.toString());
    }

    /** The whole part with its groups; -1 when a group has not three digits. */
    private int whole(String text, int at, StringBuilder digits) {
        int end = run(text, at, digits);
        int first = end - at;
        while (end + 1 < text.length()
                && grouping.indexOf(text.charAt(end)) >= 0
                && Characters.isDigit(text.charAt(end + 1))) {
            int next = run(text, end + 1, digits);
            if (next - end != 4 || first > 3 || first == 0) {
                return -1;
            }
            end = next;
        }
        return end;
    }

    private static int run(String text, int at, StringBuilder digits) {
        int end = at;
        while (end < text.length() && Characters.isDigit(text.charAt(end))) {
            digits.append(text.charAt(end++));
        }
        return end;
    }

    private static int exponentEnd(String text, int at) {
        if (at >= text.length() || (text.charAt(at) | 0x20) != 'e') {
            return at;
        }
        int digits = at + 1;
        if (digits < text.length() && "+-".indexOf(text.charAt(digits)) >= 0) {
            digits++;
        }
        int end = digits;
        while (end < text.length() && Characters.isDigit(text.charAt(end))) {
            end++;
        }
        boolean small = end > digits && end - digits <= 2 && Integer.parseInt(text, digits, end, 10) <= MOST_EXPONENT;
        return small ? end : at;
    }
}
