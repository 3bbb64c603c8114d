package org.chengshu.indicator.trace;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.chengshu.data.Aggregate;
import org.chengshu.data.Condition;
import org.chengshu.data.Datasets;
import org.chengshu.data.LineageEdge;
import org.chengshu.data.LineageEdge.How;
import org.chengshu.data.LineageEdge.Kind;
import org.chengshu.data.LineageEdge.Maker;
import org.chengshu.data.LineageEdge.Point;
import org.chengshu.data.LineageSource;
import org.chengshu.data.Operator;
import org.chengshu.indicator.model.Definition;
import org.chengshu.indicator.model.Input;
import org.chengshu.indicator.model.Source;
import org.chengshu.indicator.store.Catalogue;
import org.chengshu.indicator.store.Declared;
import org.springframework.stereotype.Component;

/** What indicators are computed from, field by field; one made of another's values hangs on that one itself. */
@Component
class IndicatorLineage implements LineageSource {
    private static final String VALUES = "indicator.values";
    private static final String INDICATOR = "indicator";
    private static final String VALUE = "value";
    private static final String PROPERTY = "property";

    private final Catalogue catalogue;
    private final Datasets datasets;

    IndicatorLineage(Catalogue catalogue, Datasets datasets) {
        this.catalogue = catalogue;
        this.datasets = datasets;
    }

    @Override
    public Stream<LineageEdge> edges() {
        return catalogue.list().stream().flatMap(this::of);
    }

    private Stream<LineageEdge> of(Declared declared) {
        Definition definition = declared.definition();
        Maker by = new Maker(
                INDICATOR,
                definition.id(),
                definition.title(),
                INDICATOR,
                Integer.toHexString(declared.json().hashCode()),
                Optional.of("/indicators/" + definition.id()));
        Point value = Point.of(Kind.INDICATOR, definition.id(), VALUE);
        Point rows = Point.of(Kind.INDICATOR, definition.id(), Point.ROWS);
        String dataset = definition.source().dataset();
        Stream<LineageEdge> values = carried(definition.source())
                .map(field -> new LineageEdge(from(definition, field), value, How.AGGREGATED, by));
        Stream<LineageEdge> influences = influences(definition)
                .distinct()
                .map(field -> new LineageEdge(Point.field(dataset, field), rows, How.FILTERED, by));
        return Stream.concat(values, influences).distinct();
    }

    private static Stream<String> carried(Source source) {
        return switch (source) {
            case Source.Series series -> series.inputs().stream().map(Input::stat);
            case Source.Rows rows ->
                rows.aggregate() == Aggregate.SHARE
                        ? rows.share().stream().map(Condition::field)
                        : Stream.of(rows.field().orElse(Point.ROWS));
        };
    }

    private Stream<String> influences(Definition definition) {
        Source source = definition.source();
        Stream<String> shared =
                Stream.concat(source.where().stream().map(Condition::field), definition.fieldDimensions().stream());
        Stream<String> placed = datasets.find(source.dataset()).stream()
                .filter(_ -> definition.hasAreas())
                .flatMap(dataset -> dataset.areaPathField().stream());
        Stream<String> own =
                switch (source) {
                    case Source.Series series -> Stream.concat(Stream.of(series.subject(), PROPERTY), time(source));
                    case Source.Rows rows -> rows.time().map(Stream::of).orElseGet(() -> time(source));
                };
        return Stream.of(shared, placed, own).flatMap(part -> part);
    }

    private Stream<String> time(Source source) {
        return datasets.find(source.dataset()).stream().map(dataset -> dataset.timeField());
    }

    private static Point from(Definition definition, String field) {
        Source source = definition.source();
        if (!source.dataset().equals(VALUES)) {
            return Point.field(source.dataset(), field);
        }
        return ofOne(source.where())
                .map(id -> Point.of(Kind.INDICATOR, id, VALUE))
                .orElseGet(() -> Point.field(VALUES, field));
    }

    private static Optional<String> ofOne(List<Condition> where) {
        return where.stream()
                .filter(condition -> condition.field().equals(INDICATOR) && condition.op() == Operator.EQ)
                .map(condition -> condition.values().getFirst().toString())
                .findFirst();
    }
}
