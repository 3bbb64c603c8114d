package org.chengshu.core.sheets.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.chengshu.kernel.Severity;
import org.chengshu.kernel.Text;

/** What stands in one cell of a table. */
sealed interface Cell {
    record Nothing() implements Cell {}

    record Words(String text) implements Cell {}

    record Figure(Number number) implements Cell {}

    record Moment(LocalDateTime time) implements Cell {}

    record Day(LocalDate day) implements Cell {}

    /** In whose language and zone values are written. */
    record Reader(Locale locale, ZoneId zone) {
        private static final Text YES = Text.of("是", "yes");
        private static final Text NO = Text.of("否", "no");

        Cell cell(Object value) {
            return switch (value) {
                case null -> new Nothing();
                case Optional<?> perhaps -> cell(perhaps.orElse(null));
                case Text text -> new Words(text.in(locale));
                case String text -> new Words(text);
                case Severity severity -> new Figure(severity.level());
                case Double number when !Double.isFinite(number) -> new Nothing();
                case BigDecimal number -> new Figure(number);
                case Number number -> new Figure(number);
                case Boolean truth -> new Words((truth ? YES : NO).in(locale));
                case Instant time ->
                    new Moment(time.truncatedTo(ChronoUnit.MILLIS).atZone(zone).toLocalDateTime());
                case LocalDate day -> new Day(day);
                case Enum<?> constant ->
                    new Words(constant.name().toLowerCase(Locale.ROOT).replace('_', '-'));
                case Collection<?> several ->
                    new Words(several.stream().map(each -> words(cell(each))).collect(Collectors.joining(", ")));
                default -> new Words(value.toString());
            };
        }
    }

    /** As plain text: times as {@code 2026-01-31 08:00:00}. */
    static String words(Cell cell) {
        return switch (cell) {
            case Nothing _ -> "";
            case Words words -> words.text();
            case Figure figure ->
                figure.number() instanceof BigDecimal exact
                        ? exact.toPlainString()
                        : figure.number().toString();
            case Moment moment -> moment.time().truncatedTo(ChronoUnit.SECONDS).format(Formats.MOMENT);
            case Day day -> day.day().toString();
        };
    }
}
