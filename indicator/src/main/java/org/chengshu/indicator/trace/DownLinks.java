package org.chengshu.indicator.trace;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.spi.TraceLink;
import org.chengshu.core.spi.TraceRef;
import org.chengshu.data.Condition;
import org.chengshu.data.Dataset;
import org.chengshu.data.DatasetQuery;
import org.chengshu.data.GroupKey;
import org.chengshu.data.Order;
import org.chengshu.data.Rows;
import org.chengshu.indicator.IndicatorValue;
import org.chengshu.indicator.model.Definition;
import org.chengshu.indicator.model.Input;
import org.chengshu.indicator.model.Source;
import org.springframework.stereotype.Component;

/** From a value to what it was computed from. */
@Component
class DownLinks {
    static final int MOST = 50;
    private static final String PROPERTY = "property";
    private static final String VALUES = "indicator.values";

    private final Facts facts;

    DownLinks(Facts facts) {
        this.facts = facts;
    }

    List<TraceLink> links(Definition definition, IndicatorValue value, TraceRef ref, Viewer viewer) {
        Optional<Dataset> dataset = facts.dataset(definition);
        if (dataset.isEmpty()) {
            return List.of();
        }
        List<Condition> behind =
                facts.behind(definition, dataset.get(), value.grainStart(), value.key(), value.areaPath());
        return switch (definition.source()) {
            case Source.Series series -> series(series, behind, ref, viewer);
            case Source.Rows rows ->
                rows.dataset().equals(VALUES)
                        ? values(behind, ref, viewer)
                        : things(definition, dataset.get(), behind, ref, viewer);
        };
    }

    private List<TraceLink> series(Source.Series source, List<Condition> behind, TraceRef ref, Viewer viewer) {
        List<String> properties =
                source.inputs().stream().map(Input::property).distinct().toList();
        DatasetQuery query = DatasetQuery.groups(
                        source.dataset(),
                        List.of(new GroupKey.ByField(source.subject()), new GroupKey.ByField(PROPERTY)),
                        List.of())
                .where(behind)
                .where(Condition.in(PROPERTY, properties))
                .orderBy(Order.up(source.subject()), Order.up(PROPERTY))
                .limit(MOST);
        return facts.ask(query, viewer).rows().stream()
                .map(row -> TraceRef.of(Chain.SERIES, row.get(0) + ":" + row.get(1)))
                .map(from -> new TraceLink(from, ref, Chain.MEASURED_INTO))
                .toList();
    }

    private List<TraceLink> values(List<Condition> behind, TraceRef ref, Viewer viewer) {
        DatasetQuery query = DatasetQuery.fields(VALUES, List.of("indicator", "grain_start", "key"))
                .where(behind)
                .orderBy(Order.down("grain_start"))
                .limit(MOST);
        return facts.ask(query, viewer).rows().stream()
                .map(row -> new ValueRef(
                        row.get(0).toString(), (Instant) row.get(1), row.get(2).toString()))
                .map(from -> new TraceLink(from.ref(), ref, Chain.COUNTED_IN))
                .toList();
    }

    private List<TraceLink> things(
            Definition definition, Dataset dataset, List<Condition> behind, TraceRef ref, Viewer viewer) {
        List<TraceLink> links = new ArrayList<>();
        List<Chain> chains = Chain.ofDataset(dataset.id()).stream()
                .filter(chain -> dataset.find(chain.idField()).isPresent())
                .toList();
        if (!chains.isEmpty()) {
            List<String> fields = chains.stream().map(Chain::idField).toList();
            String time = Facts.time(definition, dataset);
            Rows rows = facts.ask(
                    DatasetQuery.fields(dataset.id(), withTime(fields, time))
                            .where(behind)
                            .orderBy(Order.down(time))
                            .limit(MOST),
                    viewer);
            for (int row = 0; row < rows.size(); row++) {
                thing(chains, rows, row).ifPresent(from -> links.add(new TraceLink(from, ref, Chain.COUNTED_IN)));
            }
        }
        return links;
    }

    // The last kind that has an id is the nearest to the value: a closure before its case.
    private static Optional<TraceRef> thing(List<Chain> chains, Rows rows, int row) {
        return chains.reversed().stream()
                .flatMap(chain ->
                        rows.value(row, chain.idField()).stream().map(id -> TraceRef.of(chain.kind(), id.toString())))
                .findFirst();
    }

    private static List<String> withTime(List<String> fields, String time) {
        List<String> all = new ArrayList<>(fields);
        all.add(time);
        return all;
    }
}
