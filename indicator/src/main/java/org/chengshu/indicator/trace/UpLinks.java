package org.chengshu.indicator.trace;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.settings.CitySettings;
import org.chengshu.core.spi.TraceLink;
import org.chengshu.core.spi.TraceRef;
import org.chengshu.data.Condition;
import org.chengshu.data.Dataset;
import org.chengshu.data.DatasetQuery;
import org.chengshu.data.Operator;
import org.chengshu.data.Order;
import org.chengshu.data.Rows;
import org.chengshu.indicator.compute.AreaPaths;
import org.chengshu.indicator.compute.Key;
import org.chengshu.indicator.model.Definition;
import org.chengshu.indicator.model.Source;
import org.chengshu.indicator.store.Catalogue;
import org.chengshu.indicator.store.Declared;
import org.chengshu.indicator.store.ValueReader;
import org.springframework.stereotype.Component;

/**
 * From a thing to the values it went into: those of the whole city, of its own area, and of its own member of each field
 * dimension; the areas between are left out, as they tell nothing more.
 */
@Component
class UpLinks {
    private static final int MOST = 20;
    private static final String PROPERTY = "property";

    private final Catalogue catalogue;
    private final ValueReader values;
    private final Facts facts;
    private final CitySettings settings;

    UpLinks(Catalogue catalogue, ValueReader values, Facts facts, CitySettings settings) {
        this.catalogue = catalogue;
        this.values = values;
        this.facts = facts;
        this.settings = settings;
    }

    List<TraceLink> ofThing(Chain chain, TraceRef ref, Viewer viewer) {
        List<TraceLink> links = new ArrayList<>();
        for (Declared declared : catalogue.list()) {
            Definition definition = declared.definition();
            boolean counts = definition.source() instanceof Source.Rows rows
                    && rows.dataset().equals(chain.dataset());
            if (counts && declared.readableBy(viewer) && links.size() < MOST) {
                facts.dataset(definition)
                        .filter(dataset -> dataset.find(chain.idField()).isPresent())
                        .filter(dataset -> nearest(chain, definition, dataset))
                        .ifPresent(dataset -> links.addAll(links(
                                declared,
                                dataset,
                                List.of(Condition.eq(chain.idField(), ref.id())),
                                ref,
                                Chain.COUNTED_IN,
                                viewer)));
            }
        }
        return links;
    }

    /** To the values of the latest period in which the series reported. */
    List<TraceLink> ofSeries(TraceRef ref, Viewer viewer) {
        int colon = ref.id().lastIndexOf(':');
        List<TraceLink> links = new ArrayList<>();
        if (colon < 0) {
            return links;
        }
        String property = ref.id().substring(colon + 1);
        for (Declared declared : catalogue.list()) {
            Definition definition = declared.definition();
            if (definition.source() instanceof Source.Series series
                    && series.inputs().stream()
                            .anyMatch(input -> input.property().equals(property))
                    && declared.readableBy(viewer)
                    && links.size() < MOST) {
                List<Condition> one = List.of(
                        Condition.eq(series.subject(), ref.id().substring(0, colon)), Condition.eq(PROPERTY, property));
                facts.dataset(definition)
                        .ifPresent(dataset ->
                                links.addAll(links(declared, dataset, one, ref, Chain.MEASURED_INTO, viewer)));
            }
        }
        return links;
    }

    // What is counted at its closing hangs on the closure if the dataset names closures, and on the case itself if not.
    private static boolean nearest(Chain chain, Definition definition, Dataset dataset) {
        boolean hasClosures = dataset.find("closure").isPresent();
        boolean atClosing = Facts.time(definition, dataset).equals("closed_at");
        return chain.kind().equals("closure")
                ? atClosing
                : !(atClosing && hasClosures && chain.kind().equals("case"));
    }

    private List<TraceLink> links(
            Declared declared, Dataset dataset, List<Condition> one, TraceRef ref, String relation, Viewer viewer) {
        Definition definition = declared.definition();
        String time = Facts.time(definition, dataset);
        Set<String> fields = new LinkedHashSet<>(List.of(time));
        dataset.areaPathField().ifPresent(fields::add);
        fields.addAll(definition.fieldDimensions());
        DatasetQuery query = DatasetQuery.fields(dataset.id(), List.copyOf(fields))
                .where(definition.source().where())
                .where(one)
                .where(Condition.of(time, Operator.IS_NULL, false))
                .orderBy(Order.down(time))
                .limit(1);
        Rows rows = facts.ask(query, viewer);
        if (rows.size() == 0 || !(rows.value(0, time).orElseThrow() instanceof Instant at)) {
            return List.of();
        }
        Instant start = definition.grain().startOf(at, settings.zone());
        return keys(definition, dataset, rows).stream()
                .filter(key -> values.find(definition.id(), start, key, declared.scope(viewer), definition.target())
                        .isPresent())
                .map(key -> new ValueRef(definition.id(), start, key).ref())
                .map(value -> new TraceLink(ref, value, relation))
                .toList();
    }

    private static Set<String> keys(Definition definition, Dataset dataset, Rows rows) {
        Set<String> keys = new LinkedHashSet<>();
        for (String field : definition.fieldDimensions()) {
            rows.value(0, field).ifPresent(value -> keys.add(field + ":" + value));
        }
        if (definition.hasAreas()) {
            dataset.areaPathField()
                    .flatMap(field -> rows.value(0, field))
                    .map(path -> Key.area(path.toString()).text())
                    .ifPresent(keys::add);
        }
        if (definition.hasCity()) {
            keys.add(Key.area(AreaPaths.CITY).text());
        }
        return keys;
    }
}
