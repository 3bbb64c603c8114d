package org.chengshu.data.standard.function;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.chengshu.data.standard.Characters;
import org.chengshu.data.standard.Standardised;
import org.chengshu.data.standard.Standardised.Problem;
import org.chengshu.data.standard.function.DateParts.Part;

/**
 * Reads one day. The order of day and month is only known when the text shows it; a year of two digits is never completed.
 * Pure.
 */
final class DateReader {
    /** What became of a text: a day, perhaps with something taken for granted, or a problem. */
    record Read(Optional<LocalDate> day, Optional<Standardised.Value> noted, Optional<Problem> problem) {
        static Read day(LocalDate day) {
            return new Read(Optional.of(day), Optional.empty(), Optional.empty());
        }

        static Read noted(LocalDate day, String zh, String en) {
            return new Read(
                    Optional.of(day),
                    Optional.of(Standardised.of(day.toString()).noting(zh, en)),
                    Optional.empty());
        }

        static Read problem(Problem problem) {
            return new Read(Optional.empty(), Optional.empty(), Optional.of(problem));
        }
    }

    enum Order {
        YMD,
        DMY,
        MDY
    }

    private static final LocalDate EXCEL_DAY_ZERO = LocalDate.of(1899, 12, 30);
    // From 1954 to 2119: what a register of today may hold, and far from years and compact dates.
    private static final int EXCEL_FROM = 20_000;
    private static final int EXCEL_TO = 80_000;
    private static final int REPUBLIC = 1911;
    private static final int MONTHS = 12;
    private static final int FIRST_YEAR = 1000;

    private final Order order;
    private final boolean excel;

    DateReader(Order order, boolean excel) {
        this.order = order;
        this.excel = excel;
    }

    /** @param text of half width */
    Read read(String text) {
        if (text.startsWith("农历") || text.startsWith("阴历")) {
            return wrong("LUNAR", "是农历日期", "a day of the lunar calendar");
        }
        if (text.startsWith("民国")) {
            return republic(text.substring(2));
        }
        if (Characters.isDigits(text)) {
            return compact(text);
        }
        if (Dates.isPlain(text)) {
            return day(
                    Integer.parseInt(text, 0, 4, 10),
                    Integer.parseInt(text, 5, 7, 10),
                    Integer.parseInt(text, 8, 10, 10));
        }
        DateParts parts = new DateParts(text);
        if (!parts.readable || parts.parts.isEmpty()) {
            return wrong("NOT_A_DATE", "不是日期", "not a date");
        }
        return checked(parts, written(parts));
    }

    private Read republic(String rest) {
        DateParts parts = new DateParts(rest.startsWith("元") ? "1" + rest.substring(1) : rest);
        if (!parts.readable || parts.parts.size() != 3) {
            return wrong("NOT_A_DATE", "不是日期", "not a date");
        }
        return day(
                parts.parts.get(0).value() + REPUBLIC,
                parts.parts.get(1).value(),
                parts.parts.get(2).value());
    }

    private Read compact(String digits) {
        int length = digits.length();
        if (length == 8) {
            int year = Integer.parseInt(digits, 0, 4, 10);
            return year >= FIRST_YEAR
                    ? day(year, Integer.parseInt(digits, 4, 6, 10), Integer.parseInt(digits, 6, 8, 10))
                    : wrong("NOT_A_DATE", "八位数字不是年月日", "eight digits that are not year, month, day");
        }
        if (length == 5 && excel) {
            int serial = Integer.parseInt(digits);
            if (serial >= EXCEL_FROM && serial <= EXCEL_TO) {
                return Read.noted(EXCEL_DAY_ZERO.plusDays(serial), "按电子表格的日期序号", "taken as a spreadsheet's day number");
            }
        }
        if (length == 6) {
            return wrong("YEAR_TWO_DIGITS", "六位数字：年份只有两位或没有日", "six digits: a year of two digits, or no day");
        }
        if (length == 4) {
            return wrong("DAY_MISSING", "只有年份", "a year only");
        }
        return wrong("NOT_A_DATE", "不是日期", "not a date");
    }

    private Read written(DateParts parts) {
        String marks = parts.marks.toString();
        int count = parts.parts.size();
        if (count == 2) {
            Part year = parts.parts.getFirst();
            return year.digits() == 4
                    ? wrong("DAY_MISSING", "只有年和月", "a year and a month only")
                    : wrong("YEAR_MISSING", "没有四位年份", "no year of four digits");
        }
        if (count != 3) {
            return wrong("NOT_A_DATE", "不是日期", "not a date");
        }
        Part first = parts.parts.get(0);
        Part second = parts.parts.get(1);
        Part third = parts.parts.get(2);
        if (first.digits() >= 3 && !first.named()) {
            return day(first.value(), second.value(), third.value());
        }
        if (third.digits() == 4 && !marks.contains("年")) {
            return yearLast(first, second, third.value());
        }
        return twoDigits(first.value(), second.value(), third.value());
    }

    private Read yearLast(Part first, Part second, int year) {
        if (first.named() || second.named()) {
            return first.named() ? day(year, first.value(), second.value()) : day(year, second.value(), first.value());
        }
        int one = first.value();
        int two = second.value();
        if (order == Order.DMY || one > MONTHS || one == two) {
            return day(year, two, one);
        }
        if (order == Order.MDY || two > MONTHS || one == 0 || two == 0) {
            return day(year, one, two);
        }
        return Read.problem(Standardised.problem(
                        "ORDER_AMBIGUOUS",
                        "日与月的顺序无法判断，请用选项 order 指明",
                        "day and month may be either way; say which by the option order")
                .suggesting(LocalDate.of(year, one, two) + " / " + LocalDate.of(year, two, one)));
    }

    private static Read twoDigits(int first, int second, int third) {
        Problem problem = Standardised.problem("YEAR_TWO_DIGITS", "年份只有两位", "a year of two digits");
        try {
            int century = first > 50 ? 1900 : 2000;
            return Read.problem(problem.suggesting(
                    LocalDate.of(century + first, second, third).toString()));
        } catch (DateTimeException e) {
            return Read.problem(problem);
        }
    }

    private static Read day(int year, int month, int day) {
        if (year < FIRST_YEAR || year > 9999) {
            return wrong("NO_SUCH_YEAR", "没有 " + year + " 年", "no year " + year);
        }
        if (month < 1 || month > MONTHS) {
            return noSuchMonth(year, month, day);
        }
        int last = YearMonth.of(year, month).lengthOfMonth();
        if (day < 1 || day > last) {
            return wrong(
                    "NO_SUCH_DAY",
                    year + " 年 " + month + " 月有 " + last + " 天，没有 " + day + " 日",
                    "month " + month + " of " + year + " has " + last + " days, no day " + day);
        }
        return Read.day(LocalDate.of(year, month, day));
    }

    private static Read noSuchMonth(int year, int month, int day) {
        Problem problem = Standardised.problem("NO_SUCH_MONTH", "没有 " + month + " 月", "no month " + month);
        boolean swapped = day >= 1
                && day <= MONTHS
                && month >= 1
                && month <= YearMonth.of(year, day).lengthOfMonth();
        return Read.problem(
                swapped ? problem.suggesting(LocalDate.of(year, day, month).toString()) : problem);
    }

    private static Read checked(DateParts parts, Read read) {
        boolean other = parts.weekday > 0
                && read.day().isPresent()
                && read.day().get().getDayOfWeek().getValue() != parts.weekday;
        return other ? wrong("WEEKDAY", "星期与日期不符", "the day of the week is not that of the date") : read;
    }

    static Read wrong(String code, String zh, String en) {
        return Read.problem(Standardised.problem(code, zh, en));
    }
}
