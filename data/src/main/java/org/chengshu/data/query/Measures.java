package org.chengshu.data.query;

import java.util.regex.Pattern;
import org.chengshu.core.spi.FactField;
import org.chengshu.core.spi.FieldType;
import org.chengshu.data.Aggregate;
import org.chengshu.data.DataError;
import org.chengshu.data.Measure;
import org.chengshu.kernel.Fault;
import org.jooq.AggregateFilterStep;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Aggregates of a grouped query. */
final class Measures {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    private final Columns columns;
    private final ConditionSql conditions;

    Measures(Columns columns, ConditionSql conditions) {
        this.columns = columns;
        this.conditions = conditions;
    }

    Answered answered(Measure measure) {
        if (!NAME.matcher(measure.name()).matches()) {
            throw new Fault(DataError.QUERY_FAULTY, "a measure's name is lower-case letters, digits and underscores");
        }
        return switch (measure.aggregate()) {
            case COUNT -> answered(measure, FieldType.INTEGER, count(measure));
            case SHARE -> answered(measure, FieldType.NUMBER, share(measure));
            case SUM -> answered(measure, FieldType.NUMBER, DSL.sum(numeric(measure)));
            case MEAN -> answered(measure, FieldType.NUMBER, DSL.avg(numeric(measure)));
            case MIN -> answered(measure, type(measure), DSL.min(Columns.sql(ordered(measure))));
            case MAX -> answered(measure, type(measure), DSL.max(Columns.sql(ordered(measure))));
        };
    }

    private Answered answered(Measure measure, FieldType type, AggregateFilterStep<?> aggregate) {
        Field<?> sql = measure.where().isEmpty() ? aggregate : aggregate.filterWhere(conditions.all(measure.where()));
        return new Answered(new Column(measure.name(), type), sql);
    }

    private Answered answered(Measure measure, FieldType type, Field<?> sql) {
        return new Answered(new Column(measure.name(), type), sql);
    }

    private AggregateFilterStep<?> count(Measure measure) {
        return measure.field()
                .<AggregateFilterStep<?>>map(name -> DSL.count(Columns.sql(columns.field(name))))
                .orElseGet(DSL::count);
    }

    private Field<?> share(Measure measure) {
        if (measure.where().isEmpty()) {
            throw new Fault(DataError.QUERY_FAULTY, "measure " + measure.name() + ": a share needs conditions");
        }
        Field<Double> part =
                DSL.count().filterWhere(conditions.all(measure.where())).cast(Double.class);
        return part.div(DSL.nullif(DSL.count(), 0));
    }

    // The field's type is numeric, which jOOQ is told here.
    @SuppressWarnings("unchecked")
    private Field<? extends Number> numeric(Measure measure) {
        FactField field = required(measure);
        if (!Columns.isNumeric(field.type())) {
            throw unfit(measure, field);
        }
        return (Field<? extends Number>) Columns.sql(field);
    }

    private FactField ordered(Measure measure) {
        FactField field = required(measure);
        if (!Columns.isNumeric(field.type()) && !Columns.isTime(field.type())) {
            throw unfit(measure, field);
        }
        return field;
    }

    private FieldType type(Measure measure) {
        return ordered(measure).type();
    }

    private FactField required(Measure measure) {
        String name = measure.field()
                .orElseThrow(() -> new Fault(
                        DataError.QUERY_FAULTY,
                        "measure " + measure.name() + ": " + measure.aggregate().word() + " needs a field"));
        return columns.field(name);
    }

    private static Fault unfit(Measure measure, FactField field) {
        Aggregate aggregate = measure.aggregate();
        return new Fault(
                DataError.QUERY_FAULTY,
                "measure " + measure.name() + ": " + aggregate.word() + " does not fit field " + field.name()
                        + " of type " + field.type().word());
    }
}
