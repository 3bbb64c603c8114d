package org.chengshu.core.trace.internal;

import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import org.chengshu.core.CoreError;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.spi.TraceLink;
import org.chengshu.core.spi.TraceNode;
import org.chengshu.core.spi.TraceRef;
import org.chengshu.core.spi.TraceSource;
import org.chengshu.core.trace.Trace;
import org.chengshu.kernel.Fault;

/** One walk. */
final class TraceWalk {
    static final int MOST_NODES = 200;
    static final int DEEPEST = 6;

    private final List<TraceSource> sources;
    private final Viewer viewer;
    private final Map<TraceRef, TraceNode> nodes = new LinkedHashMap<>();
    private final Map<TraceRef, Integer> depths = new LinkedHashMap<>();
    private final Set<TraceLink> links = new LinkedHashSet<>();
    private final Set<TraceRef> unseen = new LinkedHashSet<>();
    private final Queue<TraceRef> waiting = new ArrayDeque<>();
    private boolean truncated;

    TraceWalk(List<TraceSource> sources, Viewer viewer) {
        this.sources = sources;
        this.viewer = viewer;
    }

    Trace from(TraceRef start) {
        TraceNode first =
                find(start).orElseThrow(() -> new Fault(CoreError.NOT_FOUND, start.kind() + " " + start.id()));
        add(first, 0);
        while (!waiting.isEmpty()) {
            TraceRef ref = waiting.remove();
            if (ref.equals(start) || !gathers(ref.kind())) {
                fanOut(ref, depths.get(ref));
            }
        }
        List<TraceLink> shown = links.stream()
                .filter(link -> nodes.containsKey(link.from()) && nodes.containsKey(link.to()))
                .toList();
        return new Trace(first.ref(), List.copyOf(nodes.values()), shown, truncated);
    }

    private void fanOut(TraceRef ref, int depth) {
        for (TraceSource source : sources) {
            for (TraceLink link : source.links(ref, viewer)) {
                links.add(link);
                visit(link.from().equals(ref) ? link.to() : link.from(), depth + 1);
            }
        }
    }

    private void visit(TraceRef ref, int depth) {
        if (nodes.containsKey(ref) || unseen.contains(ref)) {
            return;
        }
        if (depth > DEEPEST || nodes.size() >= MOST_NODES) {
            truncated = true;
            return;
        }
        find(ref).ifPresentOrElse(node -> add(node, depth), () -> unseen.add(ref));
    }

    private void add(TraceNode node, int depth) {
        nodes.put(node.ref(), node);
        depths.put(node.ref(), depth);
        waiting.add(node.ref());
    }

    private Optional<TraceNode> find(TraceRef ref) {
        return sources.stream()
                .filter(source -> source.kinds().contains(ref.kind()))
                .findFirst()
                .flatMap(source -> source.find(ref, viewer));
    }

    private boolean gathers(String kind) {
        return sources.stream().anyMatch(source -> source.gatheringKinds().contains(kind));
    }
}
