package org.chengshu.data.feed.excel;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.util.Locale;
import org.chengshu.data.feed.CanonicalText;

/** What the format of a cell says its number is. Pure. */
final class DateFormats {
    /** Workbooks keep fifteen digits; what stands behind them in the file is the noise of doubles. */
    private static final MathContext DIGITS = new MathContext(15);

    private DateFormats() {}

    /** Whether the format shows a day or a time. */
    static boolean isDate(String format) {
        String bare = bare(format);
        return !bare.contains("general") && bare.chars().anyMatch(c -> "ymdhs".indexOf(c) >= 0);
    }

    static String number(BigDecimal value) {
        BigDecimal rounded = value.round(DIGITS);
        return CanonicalText.number(rounded.signum() == 0 ? BigDecimal.ZERO : plain(rounded.stripTrailingZeros()));
    }

    private static BigDecimal plain(BigDecimal value) {
        return value.scale() < 0 && value.scale() > -100 ? value.setScale(0) : value;
    }

    static String date(LocalDateTime time, String format) {
        String bare = bare(format);
        boolean day = bare.indexOf('y') >= 0 || bare.indexOf('d') >= 0;
        boolean clock = bare.indexOf('h') >= 0 || bare.indexOf('s') >= 0;
        LocalDateTime rounded = time.plusNanos(500_000).withNano(0);
        if (clock && !day) {
            return CanonicalText.time(rounded.toLocalTime());
        }
        boolean midnight = rounded.toLocalTime().toSecondOfDay() == 0;
        return clock || !midnight ? CanonicalText.time(rounded) : CanonicalText.day(rounded.toLocalDate());
    }

    /** Without texts in quotes, escaped characters, colours and conditions; elapsed times stay. */
    private static String bare(String format) {
        return format.toLowerCase(Locale.ROOT)
                .replaceAll("\"[^\"]*\"", "")
                .replaceAll("\\\\.", "")
                .replaceAll("\\[(h+|m+|s+)]", "$1")
                .replaceAll("\\[[^\\]]*]", "")
                .replaceAll("_.", "");
    }
}
