package org.chengshu.data.query;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.chengshu.core.spi.FactField;
import org.chengshu.data.DataError;
import org.chengshu.kernel.Fault;

/** Brings a condition's value to its field's type, or refuses it; nothing that comes out is ever part of SQL text. */
final class Coerce {
    private final ZoneId zone;

    Coerce(ZoneId zone) {
        this.zone = zone;
    }

    Object value(FactField field, Object value) {
        try {
            return switch (field.type()) {
                case TEXT -> text(value);
                case NUMBER -> decimal(value).doubleValue();
                case INTEGER -> decimal(value).longValueExact();
                case BOOLEAN -> bool(value);
                case INSTANT -> instant(value);
                case DATE -> date(value);
            };
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
            throw new Fault(
                    DataError.QUERY_FAULTY,
                    "condition on " + field.name() + ": not a value of type "
                            + field.type().word() + ": " + shortened(value),
                    e);
        }
    }

    boolean bool(Object value) {
        if (value instanceof Boolean yes) {
            return yes;
        }
        return switch (String.valueOf(value)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("neither true nor false");
        };
    }

    private static String text(Object value) {
        String text = value instanceof BigDecimal number ? number.toPlainString() : String.valueOf(value);
        if (text.indexOf(0) >= 0) {
            throw new IllegalArgumentException("PostgreSQL has no texts with a zero character");
        }
        return text;
    }

    private static BigDecimal decimal(Object value) {
        if (value instanceof Boolean) {
            throw new IllegalArgumentException("a boolean is not a number");
        }
        return value instanceof BigDecimal number ? number : new BigDecimal(String.valueOf(value));
    }

    private Instant instant(Object value) {
        if (value instanceof Instant time) {
            return time;
        }
        String text = value instanceof LocalDate day ? day.toString() : String.valueOf(value);
        return text.indexOf('T') < 0
                ? LocalDate.parse(text).atStartOfDay(zone).toInstant()
                : OffsetDateTime.parse(text).toInstant();
    }

    private LocalDate date(Object value) {
        if (value instanceof LocalDate day) {
            return day;
        }
        if (value instanceof Instant time) {
            return LocalDate.ofInstant(time, zone);
        }
        return LocalDate.parse(String.valueOf(value));
    }

    private static String shortened(Object value) {
        String text = String.valueOf(value);
        return text.length() <= 80 ? text : text.substring(0, 80) + "...";
    }
}
