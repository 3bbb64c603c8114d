package org.chengshu.sense.mapping;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import org.chengshu.sense.PropertyType;
import org.chengshu.wire.Value;

/** Reads the text of a cell as a value of its property's type. */
public final class CellReader {
    private static final int LONGEST_TEXT = 1_024;
    private static final String NUMBER_SIGNS = "0123456789+-.eE";

    private CellReader() {}

    /** Empty when the text is no such value. */
    public static Optional<Value> read(String text, PropertyType type, Optional<BigDecimal> scale) {
        return switch (type) {
            case NUMBER -> number(text, scale);
            case BOOLEAN -> truth(text);
            case TEXT ->
                text.length() > LONGEST_TEXT || text.indexOf('\0') >= 0
                        ? Optional.empty()
                        : Optional.of(Value.of(text));
        };
    }

    private static Optional<Value> number(String text, Optional<BigDecimal> scale) {
        for (int i = 0; i < text.length(); i++) {
            if (NUMBER_SIGNS.indexOf(text.charAt(i)) < 0) {
                return Optional.empty();
            }
        }
        try {
            double number = scale.isPresent()
                    ? new BigDecimal(text).multiply(scale.get()).doubleValue()
                    : Double.parseDouble(text);
            return Double.isFinite(number) ? Optional.of(Value.of(number)) : Optional.empty();
        } catch (NumberFormatException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    private static Optional<Value> truth(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "1" -> Optional.of(Value.of(true));
            case "false", "0" -> Optional.of(Value.of(false));
            default -> Optional.empty();
        };
    }
}
