package org.chengshu.data.query;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Writes cells as RFC 4180 asks, for spreadsheets of people who did not write the data: a text that a spreadsheet would run
 * as a formula is preceded by an apostrophe. Numbers are written in full, never in exponents.
 */
public final class Csv {
    public static final String LINE_END = "\r\n";

    private static final String STARTS_FORMULA = "=+-@\t\r";
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,30}(\\.\\d{1,30})?");

    public static final String BYTE_ORDER_MARK = "\uFEFF";

    private Csv() {}

    public static String cell(Optional<Object> value) {
        return value.map(Csv::cell).orElse("");
    }

    private static String cell(Object value) {
        return switch (value) {
            case Double number -> plain(number);
            case String text -> quoted(harmless(text));
            default -> value.toString();
        };
    }

    private static String plain(double number) {
        BigDecimal exact = new BigDecimal(Double.toString(number)).stripTrailingZeros();
        return exact.toPlainString();
    }

    private static String harmless(String text) {
        boolean risky = !text.isEmpty()
                && STARTS_FORMULA.indexOf(text.charAt(0)) >= 0
                && !NUMBER.matcher(text).matches();
        return risky ? "'" + text : text;
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
