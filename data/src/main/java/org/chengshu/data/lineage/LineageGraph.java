package org.chengshu.data.lineage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;
import org.chengshu.data.LineageEdge;
import org.chengshu.data.LineageEdge.Point;

/**
 * All steps of lineage, walked both ways breadth first. A field is under the influence of whatever decides the rows it
 * stands in, so what goes into the rows of a thing goes into each of its fields. Pure; immutable.
 */
final class LineageGraph {
    static final int MOST_POINTS = 1_000;

    private final List<LineageEdge> edges;
    private final Map<Point, List<LineageEdge>> out = new HashMap<>();
    private final Map<Point, List<LineageEdge>> in = new HashMap<>();
    private final Map<Thing, Set<Point>> points = new HashMap<>();
    private final Map<Thing, LineageEdge.Maker> makers = new HashMap<>();

    LineageGraph(Collection<LineageEdge> all) {
        this.edges = List.copyOf(new LinkedHashSet<>(all));
        for (LineageEdge edge : edges) {
            out.computeIfAbsent(edge.from(), _ -> new ArrayList<>()).add(edge);
            in.computeIfAbsent(edge.to(), _ -> new ArrayList<>()).add(edge);
            makers.putIfAbsent(Thing.of(edge.to()), edge.by());
            for (Point point : List.of(edge.from(), edge.to())) {
                points.computeIfAbsent(Thing.of(point), _ -> new LinkedHashSet<>())
                        .add(point);
            }
        }
    }

    /** Something that has fields. */
    record Thing(LineageEdge.Kind kind, String id) {
        static Thing of(Point point) {
            return new Thing(point.kind(), point.id());
        }
    }

    /** Which way to walk. */
    enum Direction {
        UP,
        DOWN
    }

    /** What a walk came across: each point with its distance, and the steps between them. */
    record Walk(Map<Point, Integer> points, List<LineageEdge> edges, boolean truncated) {
        Walk {
            edges = List.copyOf(edges);
        }
    }

    List<LineageEdge> edges() {
        return edges;
    }

    /** The fields of the thing that some step names. */
    Set<Point> points(Thing thing) {
        return points.getOrDefault(thing, Set.of());
    }

    /** What makes the thing; what is no dataset is known by it. */
    Optional<LineageEdge.Maker> maker(Thing thing) {
        return Optional.ofNullable(makers.get(thing));
    }

    boolean knows(Point point) {
        return points(Thing.of(point)).contains(point);
    }

    Walk walk(Collection<Point> start, Direction direction, int depth) {
        Map<Point, Integer> distances = new LinkedHashMap<>();
        start.forEach(point -> distances.put(point, 0));
        return walk(distances, direction, depth);
    }

    private Walk walk(Map<Point, Integer> start, Direction direction, int depth) {
        Walking walking = new Walking(start);
        while (!walking.open.isEmpty()) {
            Point point = walking.open.poll().point;
            int distance = walking.reached.get(point);
            for (LineageEdge edge : distance >= depth ? List.<LineageEdge>of() : steps(point, direction)) {
                boolean down = direction == Direction.DOWN;
                walking.cross(edge, down ? edge.from() : edge.to(), down ? edge.to() : edge.from(), distance);
            }
        }
        return new Walk(walking.reached, List.copyOf(walking.crossed), walking.truncated);
    }

    private record Open(Point point, int distance) {}

    /** A walk under way. */
    private static final class Walking {
        private final Map<Point, Integer> reached;
        private final Set<LineageEdge> crossed = new LinkedHashSet<>();
        private final PriorityQueue<Open> open = new PriorityQueue<>(Comparator.comparingInt(Open::distance));
        private boolean truncated;

        Walking(Map<Point, Integer> start) {
            reached = new LinkedHashMap<>(start);
            start.forEach((point, distance) -> open.add(new Open(point, distance)));
        }

        void cross(LineageEdge edge, Point near, Point far, int distance) {
            if (!reached.containsKey(far) && reached.size() >= MOST_POINTS) {
                truncated = true;
                return;
            }
            crossed.add(edge);
            // The step may hang on the rows that the field stands in, or on a field of the rows.
            reached.putIfAbsent(near, distance);
            if (reached.putIfAbsent(far, distance + 1) == null) {
                open.add(new Open(far, distance + 1));
            }
        }
    }

    private List<LineageEdge> steps(Point point, Direction direction) {
        List<LineageEdge> steps = new ArrayList<>();
        if (direction == Direction.UP) {
            steps.addAll(in.getOrDefault(point, List.of()));
            if (!point.isRows()) {
                steps.addAll(in.getOrDefault(Point.of(point.kind(), point.id(), Point.ROWS), List.of()));
            }
            return steps;
        }
        if (!point.isRows()) {
            return out.getOrDefault(point, List.of());
        }
        points(Thing.of(point)).forEach(field -> steps.addAll(out.getOrDefault(field, List.of())));
        return steps;
    }

    /** What makes things: by kind and id. */
    record MakerKey(String kind, String id) {
        static MakerKey of(LineageEdge.Maker maker) {
            return new MakerKey(maker.kind(), maker.id());
        }
    }

    /** A maker that a walk down came across. */
    record Reached(LineageEdge.Maker maker, Set<String> fields, int distance, boolean stale) {}

    /** Every maker that reads the points, or what is made of them; then whatever can no longer be made because those cannot. */
    List<Reached> downstream(Collection<Point> start) {
        Map<MakerKey, Reached> reached = new LinkedHashMap<>();
        Map<Point, Integer> whole = new LinkedHashMap<>();
        Walk walk = walk(start, Direction.DOWN, Integer.MAX_VALUE);
        walk.edges().forEach(edge -> {
            int distance = walk.points().get(edge.to());
            note(reached, edge, distance, false);
            whole.merge(Point.of(edge.to().kind(), edge.to().id(), Point.ROWS), distance, Math::min);
        });
        Walk further = walk(whole, Direction.DOWN, Integer.MAX_VALUE);
        further.edges().forEach(edge -> note(reached, edge, further.points().get(edge.to()), true));
        return reached.values().stream()
                .sorted((a, b) -> a.stale() == b.stale()
                        ? Integer.compare(a.distance(), b.distance())
                        : Boolean.compare(a.stale(), b.stale()))
                .toList();
    }

    private static void note(Map<MakerKey, Reached> reached, LineageEdge edge, int distance, boolean stale) {
        MakerKey key = MakerKey.of(edge.by());
        Reached before = reached.get(key);
        if (before != null && stale && !before.stale()) {
            return;
        }
        Set<String> fields = new TreeSet<>(before == null ? Set.of() : before.fields());
        if (!edge.to().isRows() && !stale) {
            fields.add(edge.to().field());
        }
        int nearest = before == null ? distance : Math.min(before.distance(), distance);
        reached.put(key, new Reached(edge.by(), fields, nearest, stale));
    }
}
