package org.chengshu.data.lineage;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.chengshu.data.FieldUse;
import org.chengshu.data.LineageEdge;
import org.chengshu.data.LineageEdge.Point;
import org.chengshu.data.LineageSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Lineage as it is now, gathered from everybody who knows a part of it; looked up anew when it is a few seconds old. */
@Component
class LineageBook implements FieldUse {
    private static final Logger LOG = LoggerFactory.getLogger(LineageBook.class);
    private static final Duration FRESH = Duration.ofSeconds(2);

    // Asked late, so that a source may itself stand on what asks for uses.
    private final ObjectProvider<LineageSource> sources;
    private final Clock clock;
    private volatile Snapshot snapshot = new Snapshot(Instant.MIN, new LineageGraph(List.of()));

    LineageBook(ObjectProvider<LineageSource> sources, Clock clock) {
        this.sources = sources;
        this.clock = clock;
    }

    private record Snapshot(Instant at, LineageGraph graph) {}

    /** At most two seconds old. */
    LineageGraph now() {
        Snapshot last = snapshot;
        Instant now = clock.instant();
        if (last.at.isAfter(now.minus(FRESH)) && !last.at.isAfter(now)) {
            return last.graph;
        }
        return read();
    }

    /** As definitions are at this moment, those of the caller's transaction included. */
    LineageGraph read() {
        List<LineageEdge> edges =
                sources.orderedStream().flatMap(source -> of(source).stream()).toList();
        LineageGraph graph = new LineageGraph(edges);
        snapshot = new Snapshot(clock.instant(), graph);
        return graph;
    }

    // One part that fails must not hide the others; its own feature tells what is wrong with it.
    private static Collection<LineageEdge> of(LineageSource source) {
        try {
            return source.edges().toList();
        } catch (RuntimeException e) {
            LOG.warn("no lineage from {}: {}", source.getClass().getSimpleName(), e.toString());
            return List.of();
        }
    }

    @Override
    public List<User> users(String dataset, Set<String> fields) {
        LineageGraph graph = read();
        Set<Point> start = fields.isEmpty()
                ? graph.points(new LineageGraph.Thing(LineageEdge.Kind.DATASET, dataset))
                : fields.stream().map(field -> Point.field(dataset, field)).collect(Collectors.toSet());
        return users(graph, start);
    }

    static List<User> users(LineageGraph graph, Collection<Point> start) {
        return graph.downstream(start).stream().map(LineageBook::user).toList();
    }

    private static User user(LineageGraph.Reached reached) {
        LineageEdge.Maker maker = reached.maker();
        return new User(
                maker.kind(),
                maker.id(),
                maker.title(),
                maker.owner(),
                maker.page(),
                List.copyOf(reached.fields()),
                reached.distance(),
                reached.stale());
    }
}
