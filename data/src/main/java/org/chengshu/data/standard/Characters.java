package org.chengshu.data.standard;

/**
 * Full and half width (the block FF01..FF5E of Unicode and the ideographic space), and blanks as texts from spreadsheets
 * have them. Pure; a text that needs no change is returned as it is.
 */
public final class Characters {
    private static final char FULL_FIRST = '\uFF01';
    private static final char FULL_LAST = '\uFF5E';
    private static final int APART = 0xFEE0;
    private static final char IDEOGRAPHIC_SPACE = '\u3000';

    private Characters() {}

    public static char half(char c) {
        if (c >= FULL_FIRST && c <= FULL_LAST) {
            return (char) (c - APART);
        }
        return c == IDEOGRAPHIC_SPACE ? ' ' : c;
    }

    public static char full(char c) {
        if (c > ' ' && c <= '~') {
            return (char) (c + APART);
        }
        return c == ' ' ? IDEOGRAPHIC_SPACE : c;
    }

    public static String half(String text) {
        int at = 0;
        while (at < text.length() && half(text.charAt(at)) == text.charAt(at)) {
            at++;
        }
        if (at == text.length()) {
            return text;
        }
        char[] chars = text.toCharArray();
        for (; at < chars.length; at++) {
            chars[at] = half(chars[at]);
        }
        return new String(chars);
    }

    public static String full(String text) {
        char[] chars = text.toCharArray();
        for (int i = 0; i < chars.length; i++) {
            chars[i] = full(chars[i]);
        }
        return new String(chars);
    }

    /** White space, no-break and zero-width blanks, control characters, the byte order mark. */
    public static boolean isBlank(char c) {
        return c <= ' '
                || c == '\u00A0'
                || c == IDEOGRAPHIC_SPACE
                || c == '\uFEFF'
                || (c >= '\u007F' && c <= '\u009F')
                || (c >= '\u2000' && c <= '\u200F')
                || c == '\u2028'
                || c == '\u2029'
                || c == '\u202F'
                || c == '\u205F'
                || c == '\u2060';
    }

    /** Without blanks at both ends. */
    public static String trimmed(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** Half width, without any blanks. */
    public static String compact(String text) {
        int at = 0;
        while (at < text.length() && !isBlank(text.charAt(at)) && half(text.charAt(at)) == text.charAt(at)) {
            at++;
        }
        if (at == text.length()) {
            return text;
        }
        StringBuilder kept = new StringBuilder(text.length()).append(text, 0, at);
        for (; at < text.length(); at++) {
            if (!isBlank(text.charAt(at))) {
                kept.append(half(text.charAt(at)));
            }
        }
        return kept.toString();
    }

    /** Without any of these characters. */
    public static String without(String marks, String text) {
        int at = 0;
        while (at < text.length() && marks.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        if (at == text.length()) {
            return text;
        }
        StringBuilder kept = new StringBuilder(text.length()).append(text, 0, at);
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            if (marks.indexOf(c) < 0) {
                kept.append(c);
            }
        }
        return kept.toString();
    }

    public static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Whether the text has these many characters, all of them digits. */
    public static boolean isDigits(String text, int from, int to) {
        if (from < 0 || to > text.length() || from >= to) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    public static boolean isDigits(String text) {
        return isDigits(text, 0, text.length());
    }
}
