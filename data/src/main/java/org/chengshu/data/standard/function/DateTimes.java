package org.chengshu.data.standard.function;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.chengshu.data.standard.Characters;
import org.chengshu.data.standard.StandardOptions;
import org.chengshu.data.standard.Standardised;

/** A moment as {@code 2024-03-01T08:30:00+08:00}, in the zone that is written or else in that of the option. */
final class DateTimes implements Function<String, Standardised> {
    private static final Pattern EXCEL = Pattern.compile("\\d{5}\\.\\d{1,15}");
    private static final LocalDate EXCEL_DAY_ZERO = LocalDate.of(1899, 12, 30);
    private static final int PLAIN_DATE = 10;
    private static final int SHORT_TIME = 5;
    private static final long MILLIS_OF_DAY = Duration.ofDays(1).toMillis();

    private final DateReader reader;
    private final ZoneId zone;
    private final boolean excel;

    DateTimes(StandardOptions options) {
        this.reader = Dates.reader(options);
        this.excel = options.is("excel", "yes");
        try {
            this.zone = ZoneId.of(options.get("zone"));
        } catch (DateTimeException e) {
            throw options.refused("zone", "no zone of that name");
        }
    }

    @Override
    public Standardised apply(String delivered) {
        String text = Characters.half(delivered);
        if (Characters.isDigits(text) && text.length() > 8) {
            return digits(text);
        }
        if (excel && EXCEL.matcher(text).matches()) {
            return excel(new BigDecimal(text));
        }
        Moment moment = Moment.split(text);
        DateReader.Read read = reader.read(moment.date());
        if (read.day().isEmpty()) {
            return read.problem().orElseThrow();
        }
        if (moment.time().isEmpty()) {
            return made(read.day().get().atStartOfDay(), Optional.empty())
                    .noting("未写时间，按零点", "no time was written; taken as midnight");
        }
        return TimeReader.read(moment.time())
                .map(time -> timed(read.day().get(), time))
                .orElseGet(() -> Standardised.problem("TIME", "时间不成立", "no such time"));
    }

    private Standardised timed(LocalDate day, TimeReader.Read time) {
        return made((time.nextDay() ? day.plusDays(1) : day).atTime(time.time()), time.offset());
    }

    private Standardised digits(String text) {
        if (text.length() != 14 && text.length() != 12) {
            return Standardised.problem("NOT_A_TIME", "数字不是时间", "digits that are not a time");
        }
        DateReader.Read read = reader.read(text.substring(0, 8));
        int hour = Integer.parseInt(text, 8, 10, 10);
        int minute = Integer.parseInt(text, 10, 12, 10);
        int second = text.length() == 14 ? Integer.parseInt(text, 12, 14, 10) : 0;
        if (read.day().isEmpty()) {
            return read.problem().orElseThrow();
        }
        if (hour > 23 || minute > 59 || second > 59) {
            return Standardised.problem("TIME", "时间不成立", "no such time");
        }
        return made(read.day().get().atTime(LocalTime.of(hour, minute, second)), Optional.empty());
    }

    private Standardised excel(BigDecimal serial) {
        long days = serial.longValue();
        long millis = serial.remainder(BigDecimal.ONE)
                .multiply(BigDecimal.valueOf(MILLIS_OF_DAY))
                .setScale(0, RoundingMode.HALF_UP)
                .longValue();
        // Spreadsheets keep days in binary: the nearest second is what was typed.
        LocalDateTime time = EXCEL_DAY_ZERO.plusDays(days).atStartOfDay().plusSeconds((millis + 500) / 1000);
        return made(time, Optional.empty()).noting("按电子表格的日期序号", "taken as a spreadsheet's day number");
    }

    private Standardised.Value made(LocalDateTime local, Optional<ZoneOffset> offset) {
        OffsetDateTime moment =
                offset.map(local::atOffset).orElseGet(() -> local.atZone(zone).toOffsetDateTime());
        String date = moment.toLocalDate().toString();
        String time = moment.toLocalTime().toString();
        return Standardised.of(text(moment, date, time), Map.of("date", date, "time", time));
    }

    /** As the formatter writes it; a time of the day leaves out seconds that are zero. */
    private static String text(OffsetDateTime moment, String date, String time) {
        boolean plain = date.length() == PLAIN_DATE && moment.getNano() == 0;
        return plain
                ? date + "T" + time + (time.length() == SHORT_TIME ? ":00" : "")
                        + moment.getOffset().getId()
                : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment);
    }
}
