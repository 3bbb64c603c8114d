package org.chengshu.core.packs.internal.diff;

import org.chengshu.kernel.Text;

/** Of a long text only the part that differs from another, with a little around it. */
final class Excerpt {
    private static final int SHORT = 60;
    private static final int AROUND = 15;

    private Excerpt() {}

    static Text of(Text text, Text other) {
        return Text.of(of(text.zh(), other.zh()), of(text.en(), other.en()));
    }

    static String of(String text, String other) {
        if (text.length() <= SHORT && other.length() <= SHORT) {
            return text;
        }
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

    /** Never cuts a character in two. */
    private static int whole(String text, int index) {
        return Character.isLowSurrogate(text.charAt(index)) ? index - 1 : index;
    }
}
