package org.chengshu.data.feed;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** The one form in which values of sources with types are written as text. Pure. */
public final class CanonicalText {
    /** Digits before or after the point beyond which a number keeps its exponent. */
    private static final int MOST_DIGITS = 400;

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

    private CanonicalText() {}

    /** Plain, without an exponent; zeros after the point stay as they are. */
    public static String number(BigDecimal value) {
        boolean plain = Math.abs(value.scale()) <= MOST_DIGITS && value.precision() <= MOST_DIGITS;
        return plain ? value.toPlainString() : value.toString();
    }

    /** A number as JSON writes it. */
    public static String number(String written) {
        return written.indexOf('e') < 0 && written.indexOf('E') < 0 ? written : number(new BigDecimal(written));
    }

    /** The shortest that gives the same double again, without zeros after the point. */
    public static String number(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return Double.toString(value);
        }
        BigDecimal exact = BigDecimal.valueOf(value);
        return number(exact.signum() == 0 ? BigDecimal.ZERO : exact.stripTrailingZeros());
    }

    public static String day(LocalDate day) {
        return day.toString();
    }

    /** {@code 2026-01-31T08:05:00}, with a fraction of seconds only when there is one. */
    public static String time(LocalDateTime time) {
        return time.truncatedTo(ChronoUnit.SECONDS).equals(time) ? SECONDS.format(time) : time.toString();
    }

    public static String time(LocalTime time) {
        return time.getSecond() == 0 && time.getNano() == 0 ? time + ":00" : time.toString();
    }

    public static String time(OffsetDateTime time) {
        return time.toInstant().toString();
    }
}
