package org.chengshu.data.lineage;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chengshu.data.LineageEdge;
import org.chengshu.data.LineageEdge.Kind;
import org.chengshu.kernel.Text;
import org.springframework.stereotype.Component;

/** Lineage between things instead of fields: by which ways data flows. Looked up now. */
@Component
public class Flows {
    private final LineageBook book;
    private final LineageViews views;

    Flows(LineageBook book, LineageViews views) {
        this.book = book;
        this.views = views;
    }

    /** Something that data comes by. */
    public record Stop(Kind kind, String id, Text title, String owner, String layer, Optional<String> page) {}

    /** That one thing is made of another. */
    public record Link(Stop from, Stop to, String makerKind, String maker) {}

    /** Each way once, whatever the number of fields; checks and tags are not ways. */
    public List<Link> links() {
        LineageGraph graph = book.now();
        Map<LineageGraph.Thing, Stop> stops = new HashMap<>();
        Set<Link> links = new LinkedHashSet<>();
        for (LineageEdge edge : graph.edges()) {
            if (edge.to().kind() == Kind.DATASET || edge.to().kind() == Kind.INDICATOR) {
                links.add(new Link(
                        stops.computeIfAbsent(LineageGraph.Thing.of(edge.from()), one -> views.stop(graph, one)),
                        stops.computeIfAbsent(LineageGraph.Thing.of(edge.to()), one -> views.stop(graph, one)),
                        edge.by().kind(),
                        edge.by().id()));
            }
        }
        return List.copyOf(links);
    }

    public Stop dataset(String id) {
        return views.stop(book.now(), new LineageGraph.Thing(Kind.DATASET, id));
    }
}
