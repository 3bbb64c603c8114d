package org.chengshu.data.query;

import java.util.List;
import org.chengshu.core.spi.FactField;
import org.chengshu.core.spi.FieldType;
import org.chengshu.data.Condition;
import org.chengshu.data.DataError;
import org.chengshu.data.Operator;
import org.chengshu.kernel.Fault;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Turns conditions into jOOQ's, names looked up and values bound. */
final class ConditionSql {
    private static final char ESCAPE = '!';

    private final Columns columns;
    private final Coerce coerce;

    ConditionSql(Columns columns, Coerce coerce) {
        this.columns = columns;
        this.coerce = coerce;
    }

    org.jooq.Condition all(List<Condition> conditions) {
        return DSL.and(conditions.stream().map(this::one).toList());
    }

    // The column's type and the coerced value's are the same by construction; jOOQ cannot know it.
    @SuppressWarnings("unchecked")
    private org.jooq.Condition one(Condition condition) {
        FactField field = columns.field(condition.field());
        Field<Object> column = (Field<Object>) Columns.sql(field);
        if (condition.op() == Operator.IS_NULL) {
            boolean absent = isTrue(condition);
            return absent ? column.isNull() : column.isNotNull();
        }
        requireComparable(field, condition.op());
        List<Object> values = condition.values().stream()
                .map(value -> coerce.value(field, value))
                .toList();
        Object first = values.getFirst();
        return switch (condition.op()) {
            case EQ -> column.eq(first);
            case NE -> column.isDistinctFrom(first);
            case LT -> column.lt(first);
            case LE -> column.le(first);
            case GT -> column.gt(first);
            case GE -> column.ge(first);
            case IN -> column.in(values);
            case BETWEEN -> column.between(first, values.getLast());
            case STARTS_WITH -> column.like(DSL.escape((String) first, ESCAPE) + "%", ESCAPE);
            case IS_NULL -> throw new IllegalStateException("is-null takes no typed value");
        };
    }

    private boolean isTrue(Condition condition) {
        try {
            return coerce.bool(condition.values().getFirst());
        } catch (IllegalArgumentException e) {
            throw new Fault(
                    DataError.QUERY_FAULTY, "condition on " + condition.field() + ": is-null takes true or false", e);
        }
    }

    private static void requireComparable(FactField field, Operator op) {
        boolean fits =
                switch (op) {
                    case STARTS_WITH -> field.type() == FieldType.TEXT;
                    case LT, LE, GT, GE, BETWEEN -> field.type() != FieldType.BOOLEAN;
                    case EQ, NE, IN, IS_NULL -> true;
                };
        if (!fits) {
            throw new Fault(
                    DataError.QUERY_FAULTY,
                    "condition on " + field.name() + ": " + op.word() + " does not fit type "
                            + field.type().word());
        }
    }
}
