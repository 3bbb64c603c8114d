package org.chengshu.data.query;

import java.util.List;
import java.util.Optional;
import org.chengshu.core.access.Scope;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.spi.FactField;
import org.chengshu.core.spi.FieldType;
import org.chengshu.data.DataError;
import org.chengshu.data.Dataset;
import org.chengshu.data.Datasets;
import org.chengshu.kernel.Fault;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The columns of one dataset as one viewer may use them. Every identifier in a query comes from here. */
final class Columns {
    private final Dataset dataset;
    private final Scope scope;
    private final Scope sensitiveScope;
    private boolean sensitiveAsked;

    Columns(Dataset dataset, Viewer viewer) {
        this.dataset = dataset;
        this.scope = viewer.scope(Datasets.READ);
        this.sensitiveScope = viewer.scope(Datasets.READ_SENSITIVE);
    }

    FactField field(String name) {
        FactField field = dataset.field(name);
        if (isSensitive(field) && scope.and(sensitiveScope).isNowhere()) {
            throw new Fault(
                    DataError.FIELD_SENSITIVE,
                    "field " + name + " of " + dataset.id() + " needs the right " + Datasets.READ_SENSITIVE);
        }
        sensitiveAsked |= isSensitive(field);
        return field;
    }

    /** The fields that can be shown of every row the viewer sees. */
    List<FactField> readable() {
        return dataset.fields().stream()
                .filter(field -> !isSensitive(field) || sensitiveScope.covers(scope))
                .toList();
    }

    private static boolean isSensitive(FactField field) {
        return field.sensitivity() >= Dataset.SENSITIVE;
    }

    /** Text columns are cast so that ids of other database types compare with texts; for text itself the cast is free. */
    static Field<?> sql(FactField field) {
        var name = DSL.name(field.name());
        return switch (field.type()) {
            case TEXT -> DSL.field(name).cast(SQLDataType.CLOB);
            case NUMBER -> DSL.field(name, SQLDataType.DOUBLE);
            case INTEGER -> DSL.field(name, SQLDataType.BIGINT);
            case BOOLEAN -> DSL.field(name, SQLDataType.BOOLEAN);
            case INSTANT -> DSL.field(name, SQLDataType.INSTANT);
            case DATE -> DSL.field(name, SQLDataType.LOCALDATE);
        };
    }

    /**
     * The rows in the viewer's part of the city, which is smaller when a sensitive field was asked for: to be called after
     * all fields. Rows without a place are seen by whole-city viewers only.
     */
    Condition scope() {
        Scope seen = sensitiveAsked ? scope.and(sensitiveScope) : scope;
        if (seen.isEverywhere()) {
            return DSL.noCondition();
        }
        Optional<Field<String>> path =
                dataset.areaPathField().map(name -> DSL.field(DSL.name(name)).cast(SQLDataType.CLOB));
        return path.map(seen::within).orElseGet(DSL::falseCondition);
    }

    static boolean isNumeric(FieldType type) {
        return type == FieldType.NUMBER || type == FieldType.INTEGER;
    }

    static boolean isTime(FieldType type) {
        return type == FieldType.INSTANT || type == FieldType.DATE;
    }
}
