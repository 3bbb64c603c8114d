package org.chengshu.indicator.packs;

import java.util.List;
import java.util.Optional;
import org.chengshu.core.spi.FactField;
import org.chengshu.core.spi.FieldType;
import org.chengshu.data.Condition;
import org.chengshu.data.Dataset;
import org.chengshu.data.DatasetQuery;
import org.chengshu.data.Measure;
import org.chengshu.data.PlannedDatasets;
import org.chengshu.indicator.compute.Library;
import org.chengshu.indicator.model.Definition;
import org.chengshu.indicator.model.Source;
import org.chengshu.kernel.Fault;

/** Whether all that a definition names exists and fits; tells every fault, each at its place. */
final class DefinitionCheck {
    private final PlannedDatasets.Planned datasets;
    private final Library library;
    private final Places places;

    DefinitionCheck(PlannedDatasets.Planned datasets, Library library, Places places) {
        this.datasets = datasets;
        this.library = library;
        this.places = places;
    }

    void check(Definition definition) {
        boolean series = definition.source() instanceof Source.Series;
        String base = series ? "/series" : "";
        Optional<Dataset> dataset = dataset(definition.source().dataset(), base + "/dataset");
        dataset.ifPresent(found -> {
            conditions(found, definition.source().where(), base + "/where");
            dimensions(found, definition);
        });
        switch (definition.source()) {
            case Source.Rows rows -> dataset.ifPresent(found -> rows(found, rows));
            case Source.Series some -> {
                dataset.ifPresent(found -> series(found, some));
                new FormulaCheck(library, places).check(some);
            }
        }
    }

    private Optional<Dataset> dataset(String id, String place) {
        try {
            return Optional.of(datasets.get(id));
        } catch (Fault e) {
            places.add(place, Words.text(e));
            return Optional.empty();
        }
    }

    private void conditions(Dataset dataset, List<Condition> conditions, String place) {
        for (int i = 0; i < conditions.size(); i++) {
            query(
                    DatasetQuery.fields(dataset.id(), List.of(dataset.timeField()))
                            .where(conditions.get(i)),
                    place + "/" + i);
        }
    }

    private void query(DatasetQuery query, String place) {
        try {
            datasets.check(query);
        } catch (Fault e) {
            places.add(place, Words.text(e));
        }
    }

    private void dimensions(Dataset dataset, Definition definition) {
        List<String> dimensions = definition.dimensions();
        for (int i = 0; i < dimensions.size(); i++) {
            String place = "/dimensions/" + i;
            String name = dimensions.get(i);
            if (name.equals(Definition.AREA)) {
                if (dataset.areaPathField().isEmpty()) {
                    places.add(place, "数据资源没有区域", "dataset " + dataset.id() + " has no areas");
                }
            } else if (definition.source() instanceof Source.Series series
                    && !series.subject().equals(name)) {
                places.add(
                        place,
                        "时序指标只有区域和 " + series.subject() + " 两种维度",
                        "a series indicator has the dimensions area and " + series.subject() + " only");
            } else {
                field(dataset, name, FieldType.TEXT, place);
            }
        }
    }

    private void rows(Dataset dataset, Source.Rows rows) {
        rows.time().ifPresent(time -> {
            Optional<FactField> field = found(dataset, time, "/time");
            if (field.filter(is -> is.type() != FieldType.INSTANT && is.type() != FieldType.DATE)
                    .isPresent()) {
                places.add("/time", "不是时间：" + time, time + " is not a time");
            }
        });
        conditions(dataset, rows.share(), "/measure/share");
        if (rows.field().isPresent()) {
            Measure measure =
                    Measure.of("measured", rows.aggregate(), rows.field().get());
            query(DatasetQuery.groups(dataset.id(), List.of(), List.of(measure)), "/measure");
            found(dataset, rows.field().get(), "/measure")
                    .filter(field -> field.type() != FieldType.NUMBER && field.type() != FieldType.INTEGER)
                    .ifPresent(field -> places.add(
                            "/measure", "不是数：" + field.name(), "field " + field.name() + " is not a number"));
        }
    }

    private void series(Dataset dataset, Source.Series series) {
        field(dataset, series.subject(), FieldType.TEXT, "/series/subject");
        field(dataset, Uses.PROPERTY, FieldType.TEXT, "/series/dataset");
        series.inputs().stream()
                .filter(input -> dataset.find(input.stat()).isEmpty())
                .forEach(input -> places.add(
                        "/series/inputs/" + input.name() + "/stat",
                        "数据资源没有数据项 " + input.stat(),
                        "dataset " + dataset.id() + " has no field " + input.stat()));
    }

    private void field(Dataset dataset, String name, FieldType type, String place) {
        found(dataset, name, place)
                .filter(field -> field.type() != type)
                .ifPresent(field -> places.add(
                        place,
                        "数据项 " + name + " 的类型应为 " + type.word(),
                        "field " + name + " must be of type " + type.word() + ", not "
                                + field.type().word()));
    }

    private Optional<FactField> found(Dataset dataset, String name, String place) {
        try {
            return Optional.of(dataset.field(name));
        } catch (Fault e) {
            places.add(place, Words.text(e));
            return Optional.empty();
        }
    }
}
