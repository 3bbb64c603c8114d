package org.chengshu.data.query;

import java.util.List;
import java.util.Optional;
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
    private static final char ESCAPE = '!';

    private final Dataset dataset;
    private final Viewer viewer;

    Columns(Dataset dataset, Viewer viewer) {
        this.dataset = dataset;
        this.viewer = viewer;
    }

    FactField field(String name) {
        FactField field = dataset.field(name);
        if (!readable(field)) {
            throw new Fault(
                    DataError.FIELD_SENSITIVE,
                    "field " + name + " of " + dataset.id() + " needs the right " + Datasets.READ_SENSITIVE);
        }
        return field;
    }

    List<FactField> readable() {
        return dataset.fields().stream().filter(this::readable).toList();
    }

    private boolean readable(FactField field) {
        return field.sensitivity() < Dataset.SENSITIVE || viewer.may(Datasets.READ_SENSITIVE);
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

    /** The rows in the viewer's part of the city; rows without a place are seen by whole-city viewers only. */
    Condition scope() {
        if (viewer.areaPath().equals(Viewer.WHOLE_CITY)) {
            return DSL.noCondition();
        }
        Optional<Field<String>> path =
                dataset.areaPathField().map(name -> DSL.field(DSL.name(name)).cast(SQLDataType.CLOB));
        return path.map(field -> field.like(DSL.escape(viewer.areaPath(), ESCAPE) + "%", ESCAPE))
                .orElseGet(DSL::falseCondition);
    }

    static boolean isNumeric(FieldType type) {
        return type == FieldType.NUMBER || type == FieldType.INTEGER;
    }

    static boolean isTime(FieldType type) {
        return type == FieldType.INSTANT || type == FieldType.DATE;
    }
}
