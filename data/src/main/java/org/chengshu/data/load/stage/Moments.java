package org.chengshu.data.load.stage;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chengshu.data.DataError;
import org.chengshu.kernel.Fault;

/**
 * Reads days and times as people and programs write them: year first with dashes, slashes, dots, nothing or 年月日 in between,
 * with or without a time of day and an offset. Format {@code mdy} or {@code dmy} reads 03/04/2024; any other format is a
 * pattern of {@link DateTimeFormatter}.
 */
final class Moments {
    private static final String TIME =
            "(?:[T\\s]\\s*(\\d{1,2})[:时](\\d{1,2})(?:[:分](\\d{1,2})(?:[.,](\\d{1,9}))?秒?|分)?\\s*([AaPp][Mm])?\\s*(Z|[+-]\\d{2}(?::?\\d{2})?)?)?";
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?" + TIME);
    private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4})" + TIME);
    private static final Pattern DIGITS = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(?:(\\d{2})(\\d{2})(\\d{2}))?");
    private static final int FIRST_OF_TIME = 4;
    private static final int NANO_DIGITS = 9;
    private static final int MICROS = 1_000;

    private enum Order {
        YEAR,
        MONTH,
        DAY
    }

    private final Order order;
    private final Optional<DateTimeFormatter> formatter;
    private final ZoneId zone;

    private Moments(Order order, Optional<DateTimeFormatter> formatter, ZoneId zone) {
        this.order = order;
        this.formatter = formatter;
        this.zone = zone;
    }

    static Moments of(Optional<String> format, ZoneId zone) {
        return switch (format.orElse("ymd")) {
            case "ymd" -> new Moments(Order.YEAR, Optional.empty(), zone);
            case "mdy" -> new Moments(Order.MONTH, Optional.empty(), zone);
            case "dmy" -> new Moments(Order.DAY, Optional.empty(), zone);
            default -> new Moments(Order.YEAR, Optional.of(formatter(format.get())), zone);
        };
    }

    Converted instant(String delivered) {
        String text = delivered.strip();
        if (text.isEmpty()) {
            return Converted.ABSENT;
        }
        try {
            return new Converted.Value(written(moment(text).toInstant()));
        } catch (DateTimeException e) {
            return Converted.bad("不是时间", "not a time", delivered);
        }
    }

    Converted date(String delivered) {
        String text = delivered.strip();
        if (text.isEmpty()) {
            return Converted.ABSENT;
        }
        try {
            LocalDate day = moment(text).toLocalDate();
            return new Converted.Value(inRange(day).toString());
        } catch (DateTimeException e) {
            return Converted.bad("不是日期", "not a day", delivered);
        }
    }

    private OffsetDateTime moment(String text) {
        if (formatter.isPresent()) {
            return formatted(formatter.get().parse(text));
        }
        Matcher matcher = (order == Order.YEAR ? YEAR_FIRST : YEAR_LAST).matcher(text);
        if (matcher.matches()) {
            return read(matcher);
        }
        Matcher digits = DIGITS.matcher(text);
        if (digits.matches()) {
            LocalDate day = LocalDate.of(number(digits, 1), number(digits, 2), number(digits, 3));
            return zoned(day.atTime(number(digits, 4), number(digits, 5), number(digits, 6)));
        }
        throw new DateTimeException("no pattern fits");
    }

    private OffsetDateTime read(Matcher matcher) {
        int first = number(matcher, 1);
        int second = number(matcher, 2);
        int third = number(matcher, 3);
        LocalDate day =
                switch (order) {
                    case YEAR -> LocalDate.of(first, second, third);
                    case MONTH -> LocalDate.of(third, first, second);
                    case DAY -> LocalDate.of(third, second, first);
                };
        LocalDateTime local = day.atTime(
                hour(matcher), number(matcher, FIRST_OF_TIME + 1), number(matcher, FIRST_OF_TIME + 2), nanos(matcher));
        String offset = matcher.group(FIRST_OF_TIME + 5);
        return offset == null ? zoned(local) : local.atOffset(ZoneOffset.of(offset));
    }

    private static int hour(Matcher matcher) {
        int hour = number(matcher, FIRST_OF_TIME);
        String half = matcher.group(FIRST_OF_TIME + 4);
        if (half == null) {
            return hour;
        }
        if (hour < 1 || hour > 12) {
            throw new DateTimeException("no hour of half a day");
        }
        return hour % 12 + (half.toLowerCase(Locale.ROOT).equals("pm") ? 12 : 0);
    }

    private static int nanos(Matcher matcher) {
        String fraction = matcher.group(FIRST_OF_TIME + 3);
        return fraction == null ? 0 : Integer.parseInt((fraction + "000000000").substring(0, NANO_DIGITS));
    }

    private static int number(Matcher matcher, int group) {
        String digits = matcher.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private OffsetDateTime formatted(TemporalAccessor parsed) {
        if (parsed.isSupported(ChronoField.INSTANT_SECONDS)) {
            return OffsetDateTime.from(parsed);
        }
        return zoned(
                parsed.isSupported(ChronoField.HOUR_OF_DAY)
                        ? LocalDateTime.from(parsed)
                        : LocalDate.from(parsed).atStartOfDay());
    }

    private OffsetDateTime zoned(LocalDateTime local) {
        return local.atZone(zone).toOffsetDateTime();
    }

    private static LocalDate inRange(LocalDate day) {
        if (day.getYear() < 1 || day.getYear() > 9_999) {
            throw new DateTimeException("years run from 1 to 9999");
        }
        return day;
    }

    // As PostgreSQL writes a timestamptz in UTC: no fraction when there is none, no zeros at its end.
    private static String written(Instant instant) {
        LocalDateTime utc = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
        StringBuilder text = new StringBuilder(32).append(inRange(utc.toLocalDate()));
        text.append(' ');
        two(text, utc.getHour()).append(':');
        two(text, utc.getMinute()).append(':');
        two(text, utc.getSecond());
        int micros = utc.getNano() / MICROS;
        if (micros > 0) {
            String fraction = Integer.toString(1_000_000 + micros).substring(1);
            int end = fraction.length();
            while (fraction.charAt(end - 1) == '0') {
                end--;
            }
            text.append('.').append(fraction, 0, end);
        }
        return text.append("+00").toString();
    }

    private static StringBuilder two(StringBuilder text, int number) {
        return (number < 10 ? text.append('0') : text).append(number);
    }

    private static DateTimeFormatter formatter(String pattern) {
        try {
            return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
        } catch (IllegalArgumentException e) {
            throw new Fault(DataError.LOAD_FAULTY, "no pattern of days and times: " + pattern, e);
        }
    }
}
