package org.chengshu.data.load.stage;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.chengshu.core.spi.FieldType;

/** How delivered texts become values of a field's type, written exactly as PostgreSQL writes them back. */
public final class Conversions {
    private static final Pattern GROUPED = Pattern.compile("[+-]?\\d{1,3}(,\\d{3})+(\\.\\d+)?");
    private static final Pattern ZERO_FRACTION = Pattern.compile("([+-]?\\d+)\\.0*");
    private static final int MOST_DIGITS = 1_000;
    private static final Map<String, String> FLAGS = Map.ofEntries(
            Map.entry("true", "true"),
            Map.entry("t", "true"),
            Map.entry("yes", "true"),
            Map.entry("y", "true"),
            Map.entry("1", "true"),
            Map.entry("是", "true"),
            Map.entry("false", "false"),
            Map.entry("f", "false"),
            Map.entry("no", "false"),
            Map.entry("n", "false"),
            Map.entry("0", "false"),
            Map.entry("否", "false"));

    private Conversions() {}

    /**
     * @param format of days and times, see {@link Moments}
     * @param zone in which times without one are meant
     */
    public static Conversion of(FieldType type, Optional<String> format, ZoneId zone) {
        return switch (type) {
            case TEXT -> Conversions::text;
            case NUMBER -> Conversions::number;
            case INTEGER -> Conversions::integer;
            case BOOLEAN -> Conversions::flag;
            case INSTANT -> Moments.of(format, zone)::instant;
            case DATE -> Moments.of(format, zone)::date;
        };
    }

    static Converted text(String text) {
        return text.indexOf('\0') < 0
                ? new Converted.Value(text)
                : Converted.bad("含有零字符", "it holds a zero character", text.replace('\0', ' '));
    }

    static Converted number(String delivered) {
        String text = plain(delivered);
        if (text.isEmpty()) {
            return Converted.ABSENT;
        }
        try {
            BigDecimal number = new BigDecimal(text);
            if (number.precision() <= MOST_DIGITS && Math.abs((long) number.scale()) <= MOST_DIGITS) {
                return new Converted.Value(number.toPlainString());
            }
        } catch (NumberFormatException e) {
            // Told below, as is a number that is too long.
        }
        return Converted.bad("不是数值", "not a number", delivered);
    }

    static Converted integer(String delivered) {
        String text = plain(delivered);
        if (text.isEmpty()) {
            return Converted.ABSENT;
        }
        try {
            return new Converted.Value(Long.toString(Long.parseLong(text)));
        } catch (NumberFormatException e) {
            return wholeNumber(text, delivered);
        }
    }

    // Spreadsheets write 12 as 12.0.
    private static Converted wholeNumber(String text, String delivered) {
        var matcher = ZERO_FRACTION.matcher(text);
        if (matcher.matches()) {
            return integer(matcher.group(1));
        }
        return Converted.bad("不是整数", "not a whole number", delivered);
    }

    static Converted flag(String delivered) {
        String text = delivered.strip().toLowerCase(Locale.ROOT);
        if (text.isEmpty()) {
            return Converted.ABSENT;
        }
        String flag = FLAGS.get(text);
        return flag == null
                ? Converted.bad("不是“是”或“否”", "neither true nor false", delivered)
                : new Converted.Value(flag);
    }

    private static String plain(String delivered) {
        String text = delivered.strip();
        return text.indexOf(',') >= 0 && GROUPED.matcher(text).matches() ? text.replace(",", "") : text;
    }
}
