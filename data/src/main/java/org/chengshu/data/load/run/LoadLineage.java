package org.chengshu.data.load.run;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.chengshu.data.LineageEdge;
import org.chengshu.data.LineageSource;
import org.chengshu.data.load.FieldMapping;
import org.chengshu.data.load.LoadView;
import org.chengshu.data.stored.Layer;
import org.chengshu.data.stored.StoredDataset;
import org.chengshu.data.stored.StoredDatasets;
import org.chengshu.data.stored.StoredField;
import org.springframework.stereotype.Component;

/** Which column of which source fills which field: by the last load of each raw dataset that was promoted. */
@Component
class LoadLineage implements LineageSource {
    private final StoredDatasets datasets;
    private final LoadStore loads;
    private final Planner planner;

    LoadLineage(StoredDatasets datasets, LoadStore loads, Planner planner) {
        this.datasets = datasets;
        this.loads = loads;
        this.planner = planner;
    }

    @Override
    public Stream<LineageEdge> edges() {
        return datasets.list().stream()
                .filter(dataset -> Layer.ofId(dataset.id()).equals(Optional.of(Layer.RAW)))
                .flatMap(dataset -> loads.lastDelivery(dataset.id()).stream().flatMap(load -> edges(dataset, load)));
    }

    private Stream<LineageEdge> edges(StoredDataset dataset, LoadView load) {
        String source = load.order().source().orElse("upload");
        LineageEdge.Maker maker = new LineageEdge.Maker(
                "mapping",
                dataset.id(),
                load.title(),
                dataset.definition().owner(),
                load.id().toString(),
                Optional.of("/data/loads/" + load.id()));
        return dataset.definition().fields().stream().flatMap(field -> column(field, load).stream()
                .map(column -> new LineageEdge(
                        LineageEdge.Point.of(LineageEdge.Kind.SOURCE, source, column),
                        LineageEdge.Point.field(dataset.id(), field.name()),
                        standard(field, load) ? LineageEdge.How.COMPUTED : LineageEdge.How.COPIED,
                        maker)));
    }

    private Optional<String> column(StoredField field, LoadView load) {
        return planner.column(field, load.order(), load.columns());
    }

    private static boolean standard(StoredField field, LoadView load) {
        List<FieldMapping> mapping = load.order().mapping();
        return mapping.stream()
                .anyMatch(one ->
                        one.field().equals(field.name()) && one.standard().isPresent());
    }
}
