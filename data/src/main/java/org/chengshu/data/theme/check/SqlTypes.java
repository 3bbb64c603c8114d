package org.chengshu.data.theme.check;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Set;
import org.chengshu.core.spi.FieldType;
import tools.jackson.databind.JsonNode;

/** Types of fields as PostgreSQL names them, and values as texts that can be compared. */
final class SqlTypes {
    static final String NOTHING = "null";

    private SqlTypes() {}

    static String of(FieldType type) {
        return switch (type) {
            case TEXT -> "text";
            case NUMBER -> "numeric";
            case INTEGER -> "bigint";
            case BOOLEAN -> "boolean";
            case INSTANT -> "timestamptz";
            case DATE -> "date";
        };
    }

    static boolean fits(FieldType type, String actual) {
        return switch (type) {
            case TEXT -> Set.of("text", "varchar", "bpchar", "name").contains(actual);
            case NUMBER ->
                Set.of("numeric", "float4", "float8", "int2", "int4", "int8").contains(actual);
            case INTEGER -> Set.of("int2", "int4", "int8").contains(actual);
            case BOOLEAN -> actual.equals("bool");
            case INSTANT -> actual.equals("timestamptz");
            case DATE -> actual.equals("date");
        };
    }

    static String canonical(FieldType type, JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return NOTHING;
        }
        String text = value.asString("");
        try {
            return switch (type) {
                case NUMBER, INTEGER ->
                    new BigDecimal(text).stripTrailingZeros().toPlainString();
                case INSTANT ->
                    OffsetDateTime.parse(text.replace(' ', 'T')).toInstant().toString();
                case TEXT, BOOLEAN, DATE -> text;
            };
        } catch (NumberFormatException | DateTimeException e) {
            return text;
        }
    }
}
