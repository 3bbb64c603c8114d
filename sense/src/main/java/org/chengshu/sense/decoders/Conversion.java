package org.chengshu.sense.decoders;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chengshu.sense.PropertyType;

/**
 * What is made of a raw value (a Double, Boolean or String): raw values that mean "none" are left out, words stand for
 * values, numbers are multiplied by the scale and then the offset is added; what comes out has the type that is wanted.
 * Immutable.
 */
record Conversion(PropertyType wanted, double scale, double offset, Map<String, Object> words, Set<String> none) {
    Conversion {
        words = Map.copyOf(words);
        none = Set.copyOf(none);
    }

    static Conversion plain(PropertyType wanted) {
        return new Conversion(wanted, 1, 0, Map.of(), Set.of());
    }

    boolean isNone(Object raw) {
        return !none.isEmpty() && none.contains(text(raw));
    }

    /** Nothing when it cannot be had as wanted. */
    Optional<Object> convert(Object raw) {
        if (!words.isEmpty()) {
            Object word = words.get(text(raw));
            return word == null ? Optional.empty() : as(word);
        }
        return as(raw);
    }

    private Optional<Object> as(Object raw) {
        return switch (wanted) {
            case NUMBER ->
                number(raw)
                        .map(number -> number * scale + offset)
                        .filter(Double::isFinite)
                        .map(one -> one);
            case BOOLEAN -> truth(raw).map(one -> one);
            case TEXT -> Optional.of(text(raw));
        };
    }

    private static Optional<Double> number(Object raw) {
        return switch (raw) {
            case Double number -> Optional.of(number);
            case Boolean flag -> Optional.of(flag ? 1.0 : 0.0);
            default -> parse(raw.toString().strip());
        };
    }

    private static Optional<Double> parse(String text) {
        // Double.parseDouble also takes "NaN", "1f" and hexadecimal, which no device means.
        if (text.isEmpty() || text.length() > 40 || !text.chars().allMatch(c -> "0123456789+-.eE".indexOf(c) >= 0)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Double.parseDouble(text)).filter(Double::isFinite);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<Boolean> truth(Object raw) {
        if (raw instanceof Boolean flag) {
            return Optional.of(flag);
        }
        return switch (text(raw)) {
            case "1", "true" -> Optional.of(true);
            case "0", "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    /** Whole numbers without a point, as people write them in a list of words. */
    static String text(Object raw) {
        if (raw instanceof Double number && Double.isFinite(number)) {
            return number == Math.rint(number) && Math.abs(number) < 1e15
                    ? String.valueOf(number.longValue())
                    : new BigDecimal(number.toString()).toPlainString();
        }
        return raw.toString();
    }
}
