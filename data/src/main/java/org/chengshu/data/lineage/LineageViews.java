package org.chengshu.data.lineage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chengshu.core.CoreError;
import org.chengshu.core.spi.FactField;
import org.chengshu.data.DataError;
import org.chengshu.data.Dataset;
import org.chengshu.data.LineageEdge;
import org.chengshu.data.LineageEdge.Kind;
import org.chengshu.data.LineageEdge.Point;
import org.chengshu.data.registry.FactRegistry;
import org.chengshu.data.registry.Published;
import org.chengshu.data.stored.Layer;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Text;
import org.springframework.stereotype.Component;

/** Makes walks readable: titles, owners, layers. */
@Component
class LineageViews {
    private static final String BOTH = "both";

    private final FactRegistry registry;

    LineageViews(FactRegistry registry) {
        this.registry = registry;
    }

    /** The points that are meant; a start that nobody knows is refused. */
    Set<Point> points(LineageGraph graph, StartAsked asked) {
        StartAsked.Start start = asked.read();
        LineageGraph.Thing thing = new LineageGraph.Thing(start.kind(), start.id());
        Optional<Dataset> dataset = dataset(start);
        if (start.field().isPresent()) {
            dataset.ifPresent(found -> found.field(start.field().get()));
            Point point = Point.of(start.kind(), start.id(), start.field().get());
            return dataset.isEmpty() && !graph.knows(point) ? unknown(start) : Set.of(point);
        }
        Set<Point> points = new LinkedHashSet<>();
        dataset.ifPresent(found -> found.fields().forEach(field -> points.add(Point.field(start.id(), field.name()))));
        points.addAll(graph.points(thing));
        return points.isEmpty() ? unknown(start) : points;
    }

    private static Set<Point> unknown(StartAsked.Start start) {
        throw new Fault(
                DataError.LINEAGE_START_UNKNOWN,
                "nothing is known of " + start.kind().word() + " " + start.id()
                        + start.field().map(field -> "." + field).orElse(""));
    }

    private Optional<Dataset> dataset(StartAsked.Start start) {
        return start.kind() == Kind.DATASET ? registry.find(start.id()).map(Published::dataset) : Optional.empty();
    }

    LineageView view(LineageGraph graph, StartAsked asked, String direction, int depth) {
        Set<Point> start = points(graph, asked);
        Map<Point, Integer> distances = new LinkedHashMap<>();
        Set<LineageEdge> edges = new LinkedHashSet<>();
        boolean truncated = false;
        for (LineageGraph.Direction way : ways(direction)) {
            LineageGraph.Walk walk = graph.walk(start, way, depth);
            int sign = way == LineageGraph.Direction.UP ? -1 : 1;
            walk.points().forEach((point, distance) -> distances.putIfAbsent(point, sign * distance));
            edges.addAll(walk.edges());
            truncated |= walk.truncated();
        }
        return view(graph, distances, edges, truncated);
    }

    private static List<LineageGraph.Direction> ways(String direction) {
        return switch (direction) {
            case "up" -> List.of(LineageGraph.Direction.UP);
            case "down" -> List.of(LineageGraph.Direction.DOWN);
            case BOTH -> List.of(LineageGraph.Direction.UP, LineageGraph.Direction.DOWN);
            default -> throw new Fault(CoreError.BAD_REQUEST, "direction is up, down or both, not " + direction);
        };
    }

    private LineageView view(
            LineageGraph graph, Map<Point, Integer> distances, Set<LineageEdge> edges, boolean truncated) {
        Map<LineageGraph.Thing, LineageView.Thing> things = new LinkedHashMap<>();
        Map<Point, Integer> places = new HashMap<>();
        List<LineageView.Node> nodes = new ArrayList<>();
        distances.forEach((point, distance) -> {
            LineageGraph.Thing key = LineageGraph.Thing.of(point);
            LineageView.Thing before = things.get(key);
            if (before == null || Math.abs(distance) < Math.abs(before.distance())) {
                things.put(key, thing(key, distance, graph.maker(key)));
            }
            places.put(point, nodes.size());
            nodes.add(new LineageView.Node(name(key), point.field(), title(point), distance));
        });
        List<LineageView.Step> steps = edges.stream()
                .filter(edge -> places.containsKey(edge.from()) && places.containsKey(edge.to()))
                .map(edge -> new LineageView.Step(
                        places.get(edge.from()),
                        places.get(edge.to()),
                        edge.how(),
                        edge.by().id(),
                        edge.by().kind(),
                        edge.by().title()))
                .toList();
        return new LineageView(List.copyOf(things.values()), nodes, steps, truncated);
    }

    static String name(LineageGraph.Thing thing) {
        return thing.kind().word() + ":" + thing.id();
    }

    private LineageView.Thing thing(LineageGraph.Thing key, int distance, Optional<LineageEdge.Maker> maker) {
        Optional<Dataset> dataset =
                key.kind() == Kind.DATASET ? registry.find(key.id()).map(Published::dataset) : Optional.empty();
        Text title = dataset.map(Dataset::title)
                .or(() -> maker.map(LineageEdge.Maker::title))
                .orElseGet(() -> Text.of(key.id(), key.id()));
        String owner = dataset.map(Dataset::owner)
                .or(() -> maker.map(LineageEdge.Maker::owner))
                .orElse("");
        Optional<String> page =
                dataset.map(found -> "/data/" + found.id()).or(() -> maker.flatMap(LineageEdge.Maker::page));
        return new LineageView.Thing(key.kind(), key.id(), title, owner, layer(key), page, distance);
    }

    Flows.Stop stop(LineageGraph graph, LineageGraph.Thing key) {
        LineageView.Thing thing = thing(key, 0, graph.maker(key));
        return new Flows.Stop(thing.kind(), thing.id(), thing.title(), thing.owner(), thing.layer(), thing.page());
    }

    static String layer(LineageGraph.Thing key) {
        return switch (key.kind()) {
            case SOURCE -> "source";
            case TABLE -> "table";
            case INDICATOR -> "indicator";
            case RULE, TAG, EXPORT -> "use";
            case DATASET -> Layer.ofId(key.id()).map(Layer::word).orElse("facts");
        };
    }

    private Optional<Text> title(Point point) {
        return point.kind() == Kind.DATASET
                ? registry.find(point.id())
                        .flatMap(found -> found.dataset().find(point.field()))
                        .map(FactField::title)
                : Optional.empty();
    }
}
