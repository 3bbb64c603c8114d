package org.chengshu.data.load.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.chengshu.core.settings.CitySettings;
import org.chengshu.data.DataError;
import org.chengshu.data.feed.SumMethod;
import org.chengshu.data.load.FieldMapping;
import org.chengshu.data.load.LoadOrder;
import org.chengshu.data.load.stage.Conversion;
import org.chengshu.data.load.stage.Conversions;
import org.chengshu.data.load.stage.Converted;
import org.chengshu.data.load.stage.FieldPlan;
import org.chengshu.data.load.stage.StagePlan;
import org.chengshu.data.standard.Standardised;
import org.chengshu.data.standard.Standardiser;
import org.chengshu.data.standard.Standards;
import org.chengshu.data.stored.RowsMode;
import org.chengshu.data.stored.StoredDefinition;
import org.chengshu.data.stored.StoredField;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Nearest;
import org.springframework.stereotype.Component;

/** Decides which column of a feed fills which field, and how. */
@Component
public class Planner {
    private final CitySettings settings;
    private final Standards standards;

    Planner(CitySettings settings, Standards standards) {
        this.settings = settings;
        this.standards = standards;
    }

    /** What can be said before the feed is opened. */
    void requireFields(StoredDefinition definition, LoadOrder order) {
        List<String> names = definition.fields().stream().map(StoredField::name).toList();
        for (FieldMapping mapping : order.mapping()) {
            StoredField field = definition
                    .field(mapping.field())
                    .orElseThrow(() -> faulty("dataset " + definition.id() + " has no field " + mapping.field()
                            + near(mapping.field(), names)));
            conversion(field, Optional.of(mapping));
        }
    }

    StagePlan plan(StoredDefinition definition, LoadOrder order, List<String> columns, SumMethod sums) {
        List<FieldPlan> plans = new ArrayList<>();
        for (StoredField field : definition.fields()) {
            Optional<FieldMapping> mapping = mapping(field, order);
            int column = at(field, order, columns);
            boolean key =
                    definition.mode() == RowsMode.MERGE && definition.keys().contains(field.name());
            if (key && column < 0) {
                throw faulty("no column fills the key field " + field.name() + "; there are " + columns);
            }
            plans.add(new FieldPlan(field.name(), column, conversion(field, mapping), key));
        }
        if (plans.stream().allMatch(plan -> plan.column() < 0)) {
            throw faulty("no column fills any field of " + definition.id() + "; there are " + columns);
        }
        return new StagePlan(columns, plans, definition.mode() == RowsMode.MERGE, sums);
    }

    /** The column that fills the field, of a load whose columns fit. */
    public Optional<String> column(StoredField field, LoadOrder order, List<String> columns) {
        boolean mapped = order.mapping().isEmpty()
                || mapping(field, order)
                        .filter(one -> columns.contains(one.column()))
                        .isPresent();
        return Optional.of(mapped ? at(field, order, columns) : -1)
                .filter(column -> column >= 0)
                .map(columns::get);
    }

    private static int at(StoredField field, LoadOrder order, List<String> columns) {
        return order.mapping().isEmpty()
                ? likely(field, columns)
                : mapping(field, order).map(one -> named(one, columns)).orElse(-1);
    }

    private static Optional<FieldMapping> mapping(StoredField field, LoadOrder order) {
        return order.mapping().stream()
                .filter(one -> one.field().equals(field.name()))
                .findFirst();
    }

    private static int named(FieldMapping mapping, List<String> columns) {
        int column = columns.indexOf(mapping.column());
        if (column < 0) {
            throw faulty("field " + mapping.field() + ": the delivery has no column " + mapping.column()
                    + near(mapping.column(), columns) + "; there are " + columns);
        }
        return column;
    }

    private static int likely(StoredField field, List<String> columns) {
        return Stream.concat(
                        field.origin().stream(),
                        Stream.of(
                                field.name(), field.title().zh(), field.title().en()))
                .map(name -> at(name, columns))
                .filter(column -> column >= 0)
                .findFirst()
                .orElse(-1);
    }

    private static int at(String name, List<String> columns) {
        String sought = name.strip().toLowerCase(Locale.ROOT);
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).strip().toLowerCase(Locale.ROOT).equals(sought)) {
                return i;
            }
        }
        return -1;
    }

    private Conversion conversion(StoredField field, Optional<FieldMapping> mapping) {
        Conversion typed = Conversions.of(field.type(), mapping.flatMap(FieldMapping::format), settings.zone());
        return mapping.flatMap(FieldMapping::standard)
                .map(call -> standard(standards.get(call)).then(typed))
                .orElse(typed);
    }

    private static Conversion standard(Standardiser standardiser) {
        return text -> switch (standardiser.apply(text)) {
            case Standardised.Value value -> new Converted.Value(value.text());
            case Standardised.Blank blank -> Converted.ABSENT;
            case Standardised.Problem problem -> new Converted.Bad(problem.reason());
        };
    }

    private static String near(String name, List<String> names) {
        return Nearest.of(name, names)
                .map(nearest -> "; did you mean " + nearest + "?")
                .orElse("");
    }

    private static Fault faulty(String detail) {
        return new Fault(DataError.LOAD_FAULTY, detail);
    }
}
