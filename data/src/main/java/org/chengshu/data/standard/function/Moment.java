package org.chengshu.data.standard.function;

import org.chengshu.data.standard.Characters;

/** The text of a date and that of the time behind it, which may be empty. */
record Moment(String date, String time) {
    private static final String[] HALVES = {"上午", "下午", "晚上", "凌晨", "中午"};

    /** At the first blank, T behind a digit, or end of a day (日, 号) that a time of the day follows. */
    static Moment split(String text) {
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            boolean apart = isBlank(c) || ((c | 0x20) == 't' && at > 0 && Characters.isDigit(text.charAt(at - 1)));
            boolean behindDay = at > 0 && "日号".indexOf(text.charAt(at - 1)) >= 0;
            int from = apart ? at + 1 : at;
            if ((apart || behindDay) && startsTime(text, from)) {
                return new Moment(
                        text.substring(0, at).strip(), text.substring(from).strip());
            }
        }
        return new Moment(text, "");
    }

    private static boolean startsTime(String text, int from) {
        int at = skipBlanks(text, from);
        int digits = skipBlanks(text, afterHalf(text, at));
        if (digits >= text.length() || !Characters.isDigit(text.charAt(digits))) {
            return false;
        }
        boolean two = digits + 1 < text.length() && Characters.isDigit(text.charAt(digits + 1));
        int behind = digits + (two ? 2 : 1);
        return behind < text.length()
                && (":时点".indexOf(text.charAt(behind)) >= 0 || isHalf(text, skipBlanks(text, behind)));
    }

    private static int afterHalf(String text, int at) {
        for (String half : HALVES) {
            if (text.startsWith(half, at)) {
                return at + half.length();
            }
        }
        return isHalf(text, at) ? at + 2 : at;
    }

    /** am or pm. */
    private static boolean isHalf(String text, int at) {
        return at + 1 < text.length()
                && ((text.charAt(at) | 0x20) == 'a' || (text.charAt(at) | 0x20) == 'p')
                && (text.charAt(at + 1) | 0x20) == 'm';
    }

    private static int skipBlanks(String text, int from) {
        int at = from;
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }
}
