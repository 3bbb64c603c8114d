package org.chengshu.data.tag;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.chengshu.core.spi.FactField;
import org.chengshu.core.spi.FieldType;
import org.chengshu.data.Dataset;
import org.chengshu.data.DatasetQuery;
import org.chengshu.data.Row;
import org.chengshu.formula.Formula;
import org.chengshu.formula.Formulas;
import org.chengshu.formula.Signature;
import org.chengshu.formula.Type;

/** A tag's rule made ready for the rows of its dataset. A day is taken as its midnight in UTC. For one thread. */
final class TagRule {
    private final Tag tag;
    private final Optional<Formula> formula;
    private final List<String> columns;
    private final int area;
    private final Map<String, Object> values = new HashMap<>();

    /** Throws a {@code FormulaFault} when the formula is none over the dataset's fields. */
    TagRule(Tag tag, Dataset dataset) {
        this.tag = tag;
        this.formula = tag.formula().map(source -> Formulas.compile(source, signature(dataset), Type.BOOLEAN));
        Set<String> fields = new LinkedHashSet<>(Set.of(tag.key()));
        dataset.areaPathField().ifPresent(fields::add);
        formula.ifPresent(made -> fields.addAll(made.inputs()));
        this.columns = List.copyOf(fields);
        this.area = dataset.areaPathField().map(columns::indexOf).orElse(-1);
    }

    static Signature signature(Dataset dataset) {
        Map<String, Type> types = new TreeMap<>();
        for (FactField field : dataset.fields()) {
            if (Signature.isName(field.name())) {
                types.put(field.name(), type(field.type()));
            }
        }
        return Signature.of(types);
    }

    private static Type type(FieldType type) {
        return switch (type) {
            case NUMBER, INTEGER -> Type.NUMBER;
            case TEXT -> Type.TEXT;
            case BOOLEAN -> Type.BOOLEAN;
            case INSTANT, DATE -> Type.TIMESTAMP;
        };
    }

    DatasetQuery query() {
        return DatasetQuery.fields(tag.dataset(), columns).where(tag.where()).limit(DatasetQuery.EVERY_ROW);
    }

    Optional<String> key(Row row) {
        return row.value(0).map(String::valueOf);
    }

    Optional<String> area(Row row) {
        return area < 0 ? Optional.empty() : row.value(area).map(String::valueOf);
    }

    boolean holds(Row row) {
        if (formula.isEmpty()) {
            return true;
        }
        values.clear();
        for (String input : formula.get().inputs()) {
            row.value(columns.indexOf(input)).ifPresent(value -> values.put(input, plain(value)));
        }
        return formula.get()
                .evaluateIfKnown(values)
                .filter(Boolean.TRUE::equals)
                .isPresent();
    }

    private static Object plain(Object value) {
        return switch (value) {
            case LocalDate day -> day.atStartOfDay(ZoneOffset.UTC).toInstant();
            case Number number -> number.doubleValue();
            default -> value;
        };
    }
}
