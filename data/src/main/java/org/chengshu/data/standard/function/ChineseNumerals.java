package org.chengshu.data.standard.function;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Numbers in Chinese characters, the everyday ones and those of cheques (GB/T 15835): {@code 一百二十三},
 * {@code 壹佰贰拾叁万肆仟}, {@code 二〇二四} digit by digit. What is not written by the rules is not a number: {@code 一百五}
 * may be 105 or 150. Pure.
 */
final class ChineseNumerals {
    private static final int LONGEST = 40;
    private static final long TEN_THOUSAND = 10_000;
    private static final long HUNDRED_MILLION = 100_000_000;

    private ChineseNumerals() {}

    /** The digit's value, -1 when it is none. */
    static int digit(char c) {
        return switch (c) {
            case '零', '〇', '○' -> 0;
            case '一', '壹', '弌', '幺' -> 1;
            case '二', '贰', '貳', '两', '兩' -> 2;
            case '三', '叁', '參', '叄' -> 3;
            case '四', '肆' -> 4;
            case '五', '伍' -> 5;
            case '六', '陆', '陸' -> 6;
            case '七', '柒' -> 7;
            case '八', '捌' -> 8;
            case '九', '玖' -> 9;
            default -> -1;
        };
    }

    /** 10, 100, 1,000, 10,000 or 100,000,000; 0 when it is no unit. */
    static long unit(char c) {
        return switch (c) {
            case '十', '拾' -> 10;
            case '百', '佰' -> 100;
            case '千', '仟' -> 1_000;
            case '万', '萬' -> TEN_THOUSAND;
            case '亿', '億' -> HUNDRED_MILLION;
            default -> 0;
        };
    }

    static boolean isNumeral(char c) {
        return c > '\u007F' && (digit(c) >= 0 || unit(c) > 0);
    }

    static Optional<BigDecimal> parse(String text) {
        if (text.isEmpty() || text.length() > LONGEST) {
            return Optional.empty();
        }
        if (isPositional(text)) {
            return Optional.of(positional(text));
        }
        long value = new Reader(text).read();
        return value < 0 ? Optional.empty() : Optional.of(BigDecimal.valueOf(value));
    }

    private static boolean isPositional(String text) {
        return text.chars().allMatch(c -> digit((char) c) >= 0);
    }

    private static BigDecimal positional(String text) {
        StringBuilder digits = new StringBuilder(text.length());
        text.chars().forEach(c -> digits.append(digit((char) c)));
        return new BigDecimal(digits.toString());
    }

    /** Reads a number with units from left to right; -1 as soon as a rule is broken. */
    private static final class Reader {
        private final String text;
        private long hundredMillions;
        private long tenThousands;
        private long section;
        private int digit = -1;
        private long lastUnit = Long.MAX_VALUE;
        private boolean zero;
        private boolean broken;

        Reader(String text) {
            this.text = text;
        }

        long read() {
            for (int i = 0; i < text.length() && !broken; i++) {
                take(text.charAt(i));
            }
            if (digit > 0) {
                // The last digit follows a ten, or a zero that stands for the units left out.
                broken |= lastUnit != 10 && !zero && lastUnit != Long.MAX_VALUE;
                section += digit;
            }
            return broken ? -1 : hundredMillions + tenThousands + section;
        }

        private void take(char c) {
            int value = digit(c);
            long unit = unit(c);
            if (value == 0) {
                broken |= digit >= 0;
                zero = true;
            } else if (value > 0) {
                broken |= digit >= 0;
                digit = value;
            } else if (unit >= TEN_THOUSAND) {
                closeSection(unit);
            } else if (unit > 0) {
                small(unit);
            } else {
                broken = true;
            }
        }

        private void small(long unit) {
            boolean bareTen = digit < 0 && unit == 10 && section == 0;
            broken |= (digit < 0 && !bareTen) || (unit >= lastUnit && lastUnit < TEN_THOUSAND);
            section += (bareTen ? 1 : digit) * unit;
            digit = -1;
            lastUnit = unit;
            zero = false;
        }

        private void closeSection(long unit) {
            if (digit > 0) {
                broken |= lastUnit != 10 && !zero && lastUnit < TEN_THOUSAND;
                section += digit;
            }
            if (unit == HUNDRED_MILLION) {
                long all = tenThousands + section;
                broken |= all == 0 || hundredMillions > 0 || all >= 100_000_000;
                hundredMillions = broken ? 0 : all * HUNDRED_MILLION;
                tenThousands = 0;
            } else {
                broken |= section == 0 || tenThousands > 0;
                tenThousands = section * TEN_THOUSAND;
            }
            section = 0;
            digit = -1;
            zero = false;
            lastUnit = unit;
        }
    }
}
