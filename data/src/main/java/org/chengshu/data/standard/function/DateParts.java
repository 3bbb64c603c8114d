package org.chengshu.data.standard.function;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.chengshu.data.standard.Characters;

/**
 * The numbers and marks of the text of a date: {@code 2024年3月1日} is 2024, 3, 1 with the marks 年, 月, 日. Names of months
 * in English and numbers in Chinese are numbers too. Unknown words make it unreadable. For one text and one thread.
 */
final class DateParts {
    private static final String[] MONTHS = {
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december"
    };
    private static final List<String> DAYS =
            List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");
    private static final int SHORT_NAME = 3;
    private static final int MOST_PARTS = 4;

    /** @param named whether it was a month's name */
    record Part(int value, int digits, boolean named) {}

    final List<Part> parts = new ArrayList<>(MOST_PARTS);
    final StringBuilder marks = new StringBuilder(MOST_PARTS);
    int weekday;
    boolean readable = true;
    private final String text;
    private int at;

    DateParts(String text) {
        this.text = text;
        while (at < text.length() && readable) {
            step();
        }
    }

    private void step() {
        char c = text.charAt(at);
        if (Characters.isDigit(c)) {
            arabic();
        } else if (ChineseNumerals.isNumeral(c)) {
            chinese();
        } else if (isLetter(c)) {
            name();
        } else if (Characters.isBlank(c) || c == ',') {
            at++;
        } else if ("-/.年月日号—–·".indexOf(c) >= 0) {
            marks.append(c == '—' || c == '–' ? '-' : c == '号' ? '日' : c);
            at++;
        } else {
            weekdayOrNothing();
        }
    }

    private void arabic() {
        int from = at;
        while (at < text.length() && Characters.isDigit(text.charAt(at))) {
            at++;
        }
        add(at - from > 9 ? -1 : Integer.parseInt(text, from, at, 10), at - from, false);
    }

    private void chinese() {
        int from = at;
        while (at < text.length() && ChineseNumerals.isNumeral(text.charAt(at))) {
            at++;
        }
        // 廿 and 卅 are not numerals of ours; a date that uses them is refused, not guessed.
        int value = ChineseNumerals.parse(text.substring(from, at))
                .filter(number -> number.precision() <= 9)
                .map(number -> number.intValue())
                .orElse(-1);
        add(value, Math.max(String.valueOf(value).length(), value < 0 ? 0 : at - from > 3 ? 4 : 1), false);
    }

    private void name() {
        int from = at;
        while (at < text.length() && isLetter(text.charAt(at))) {
            at++;
        }
        String word = text.substring(from, at).toLowerCase(Locale.ROOT);
        for (int month = 0; month < MONTHS.length; month++) {
            if (isShortOf(word, MONTHS[month]) || (word.equals("sept") && month == 8)) {
                add(month + 1, 2, true);
                return;
            }
        }
        boolean day = DAYS.stream().anyMatch(name -> isShortOf(word, name));
        boolean ordinal = List.of("st", "nd", "rd", "th").contains(word) && !parts.isEmpty();
        if (day) {
            weekday = DAYS.indexOf(DAYS.stream()
                            .filter(name -> isShortOf(word, name))
                            .findFirst()
                            .orElseThrow())
                    + 1;
        }
        readable = day || ordinal;
        if (at < text.length() && text.charAt(at) == '.') {
            at++;
        }
    }

    private static boolean isShortOf(String word, String name) {
        return word.equals(name) || (word.length() == SHORT_NAME && name.startsWith(word));
    }

    private void weekdayOrNothing() {
        for (String word : List.of("星期", "周", "礼拜")) {
            if (text.startsWith(word, at) && at + word.length() < text.length()) {
                char c = text.charAt(at + word.length());
                weekday = c == '日' || c == '天' ? 7 : Math.max(ChineseNumerals.digit(c), 0);
                at += word.length() + 1;
                readable = weekday >= 1 && weekday <= 7;
                return;
            }
        }
        readable = text.charAt(at) == '(' || text.charAt(at) == ')';
        at++;
    }

    private void add(int value, int digits, boolean named) {
        parts.add(new Part(value, digits, named));
        readable = value >= 0 && parts.size() < MOST_PARTS;
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
