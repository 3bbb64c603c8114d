package org.chengshu.data.library.match;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How two values of a field are compared, from 0 (different) to 1 (the same), the same both ways round. {@link #prepare}
 * does once for a value what every comparison of it needs. Pure.
 */
public enum Comparer {
    /** 1 when the same after taking out width, case, blanks and signs, else 0; also 0 when nothing is left. */
    SAME,
    /** Jaro-Winkler and shared pairs of characters, in equal parts. */
    NAME,
    /** Place, name, legal form and branch of a firm, each on its own. */
    FIRM,
    /** The road and its numbers; a cut address is like the whole one. */
    ADDRESS,
    /** Shared pairs of characters, whatever their order. */
    PAIRS,
    /** 1 for equal numbers, 0 from a tenth apart. */
    NUMBER,
    /** 1 for the same day, 0.9 with day and month changed, 0.5 within the same year. */
    DATE,
    /** 1 for the same last seven digits, else 0; also 0 without a digit. */
    PHONE;

    private static final int PHONE_DIGITS = 7;
    private static final double TENTH = 0.1;

    Object prepare(String value) {
        return switch (this) {
            case FIRM -> FirmName.of(value);
            case ADDRESS -> AddressText.of(value);
            case NUMBER -> number(value);
            case DATE -> date(value);
            case PHONE -> tail(value);
            case SAME, NAME, PAIRS -> Plain.letters(value);
        };
    }

    double like(Object a, Object b) {
        return switch (this) {
            case SAME, PHONE -> a.equals(b) && !a.equals("") ? 1 : 0;
            case NAME -> Similarity.name((String) a, (String) b);
            case PAIRS -> Similarity.pairs((String) a, (String) b);
            case FIRM -> ((FirmName) a).like((FirmName) b);
            case ADDRESS -> ((AddressText) a).like((AddressText) b);
            case NUMBER -> numbers((Double) a, (Double) b);
            case DATE -> dates((LocalDate) a, (LocalDate) b);
        };
    }

    /** As written in packs. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Comparer> find(String word) {
        return Stream.of(values()).filter(one -> one.word().equals(word)).findFirst();
    }

    private static String tail(String value) {
        String digits = value.replaceAll("[^0-9]", "");
        return digits.substring(Math.max(0, digits.length() - PHONE_DIGITS));
    }

    private static Double number(String value) {
        try {
            return Double.valueOf(value);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static double numbers(double a, double b) {
        if (a == b) {
            return 1;
        }
        double apart = Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b));
        return apart < TENTH ? 1 - apart / TENTH : 0;
    }

    private static LocalDate date(String value) {
        try {
            return LocalDate.parse(value);
        } catch (DateTimeParseException e) {
            return LocalDate.MIN;
        }
    }

    private static double dates(LocalDate a, LocalDate b) {
        if (a.equals(LocalDate.MIN) || b.equals(LocalDate.MIN)) {
            return 0;
        }
        if (a.equals(b)) {
            return 1;
        }
        if (a.getYear() != b.getYear()) {
            return 0;
        }
        boolean turned = a.getMonthValue() == b.getDayOfMonth() && a.getDayOfMonth() == b.getMonthValue();
        return turned ? 0.9 : 0.5;
    }
}
