package org.chengshu.data.lineage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.chengshu.data.LineageEdge;
import org.chengshu.data.LineageEdge.How;
import org.chengshu.data.LineageEdge.Kind;
import org.chengshu.data.LineageEdge.Maker;
import org.chengshu.data.LineageEdge.Point;
import org.chengshu.data.LineageSource;
import org.chengshu.data.registry.FactRegistry;
import org.chengshu.data.registry.Published;
import org.chengshu.data.sql.Derivation;
import org.chengshu.data.sql.Origin;
import org.chengshu.data.sql.Reading;
import org.chengshu.data.sql.SqlReader;
import org.chengshu.data.stored.Layer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Facts of modules, down to the tables inside the module: by the definition of the view as the database holds it, read by
 * the reader of all SQL here. A view that it does not understand is not drawn column by column: which tables it stands on
 * the database says itself.
 */
@Component
class ViewLineage implements LineageSource {
    private static final Logger LOG = LoggerFactory.getLogger(ViewLineage.class);

    private final FactRegistry registry;
    private final ViewDefinitions definitions;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    ViewLineage(FactRegistry registry, ViewDefinitions definitions) {
        this.registry = registry;
        this.definitions = definitions;
    }

    private record Known(String definition, List<LineageEdge> edges) {}

    @Override
    public Stream<LineageEdge> edges() {
        List<Published> published = registry.published().stream()
                .filter(view -> Layer.ofId(view.dataset().id()).isEmpty())
                .toList();
        return published.stream().flatMap(view -> of(view, published).stream());
    }

    private List<LineageEdge> of(Published view, List<Published> all) {
        Optional<String> definition = definitions.of(view);
        if (definition.isEmpty()) {
            return List.of();
        }
        Known before = known.get(view.dataset().id());
        if (before == null || !before.definition.equals(definition.get())) {
            before = new Known(definition.get(), read(view, definition.get(), all));
            known.put(view.dataset().id(), before);
        }
        return before.edges;
    }

    private List<LineageEdge> read(Published view, String definition, List<Published> all) {
        Maker by = new Maker(
                "view",
                view.dataset().id(),
                view.dataset().title(),
                view.dataset().owner(),
                Integer.toHexString(definition.hashCode()),
                Optional.of("/data/" + view.dataset().id()));
        ViewRelations relations = new ViewRelations(definitions, all);
        Reading reading = SqlReader.read(definition, relations);
        if (reading.derivation().isEmpty()) {
            LOG.info(
                    "view of {} is known by its tables only: {}", view.dataset().id(), reading.faults());
            return byTables(view, by);
        }
        return byColumns(view, reading.derivation().get(), relations, by);
    }

    private static List<LineageEdge> byColumns(
            Published view, Derivation derivation, ViewRelations relations, Maker by) {
        String id = view.dataset().id();
        List<LineageEdge> edges = new ArrayList<>();
        for (Derivation.Column column : derivation.columns()) {
            if (view.dataset().find(column.name()).isPresent()) {
                column.origins()
                        .forEach(origin -> edges.add(new LineageEdge(
                                point(origin, relations), Point.field(id, column.name()), origin.how(), by)));
            }
        }
        derivation
                .rows()
                .forEach(origin ->
                        edges.add(new LineageEdge(point(origin, relations), Point.rows(id), origin.how(), by)));
        return edges;
    }

    private static Point point(Origin origin, ViewRelations relations) {
        Kind kind = relations.isDataset(origin.relation()) ? Kind.DATASET : Kind.TABLE;
        return Point.of(kind, origin.relation(), origin.field());
    }

    private List<LineageEdge> byTables(Published view, Maker by) {
        return definitions.tablesOf(view).stream()
                .map(table -> new LineageEdge(
                        Point.of(Kind.TABLE, table, Point.ROWS),
                        Point.rows(view.dataset().id()),
                        How.COMPUTED,
                        by))
                .toList();
    }
}
