package org.chengshu.data;

import java.util.List;
import java.util.Objects;
import org.chengshu.kernel.Fault;

/**
 * What a row must fulfil. Values are texts, numbers, booleans, instants or local dates; a text is read as the field's type
 * asks (an ISO-8601 instant or date for times). Immutable.
 */
public record Condition(String field, Operator op, List<Object> values) {
    public Condition {
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(op, "op");
        values = List.copyOf(values);
        if (!op.takes(values.size())) {
            throw new Fault(
                    DataError.QUERY_FAULTY,
                    "condition on " + field + ": " + op.word() + " cannot take " + values.size() + " values");
        }
    }

    public static Condition eq(String field, Object value) {
        return new Condition(field, Operator.EQ, List.of(value));
    }

    public static Condition of(String field, Operator op, Object value) {
        return new Condition(field, op, List.of(value));
    }

    public static Condition in(String field, List<?> values) {
        return new Condition(field, Operator.IN, List.copyOf(values));
    }

    /** From the start to just before the end. */
    public static List<Condition> within(String field, Object start, Object end) {
        return List.of(of(field, Operator.GE, start), of(field, Operator.LT, end));
    }
}
