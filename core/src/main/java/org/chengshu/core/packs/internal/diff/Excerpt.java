package org.chengshu.core.packs.internal.diff;

import java.util.List;
import org.chengshu.kernel.Text;

/** Of a long text only the part that differs from another, with a little around it; in the quotes it stood in. */
final class Excerpt {
    private static final int SHORT = 60;
    private static final int AROUND = 15;
    private static final List<String> QUOTES = List.of("「」", "“”");

    private Excerpt() {}

    static Text of(Text text, Text other) {
        return Text.of(of(text.zh(), other.zh()), of(text.en(), other.en()));
    }

    static String of(String text, String other) {
        if (width(text) <= SHORT && width(other) <= SHORT) {
            return text;
        }
        for (String quotes : QUOTES) {
            if (isIn(quotes, text) && isIn(quotes, other)) {
                return quotes.charAt(0) + differing(inner(text), inner(other)) + quotes.charAt(1);
            }
        }
        return differing(text, other);
    }

    private static String differing(String text, String other) {
        int shorter = Math.min(text.length(), other.length());
        int start = 0;
        while (start < shorter && text.charAt(start) == other.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < shorter - start
                && text.charAt(text.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
            end++;
        }
        int from = start <= AROUND ? 0 : whole(text, start - AROUND);
        int to = end <= AROUND ? text.length() : whole(text, text.length() - end + AROUND);
        return (from > 0 ? "…" : "") + text.substring(from, to) + (to < text.length() ? "…" : "");
    }

    private static boolean isIn(String quotes, String text) {
        return text.length() > 1
                && text.charAt(0) == quotes.charAt(0)
                && text.charAt(text.length() - 1) == quotes.charAt(1);
    }

    private static String inner(String text) {
        return text.substring(1, text.length() - 1);
    }

    /** A Chinese character takes the room of two others. */
    private static long width(String text) {
        return text.codePoints()
                .map(point -> Character.isIdeographic(point) ? 2 : 1)
                .sum();
    }

    /** Never cuts a character in two. */
    private static int whole(String text, int index) {
        return Character.isLowSurrogate(text.charAt(index)) ? index - 1 : index;
    }
}
