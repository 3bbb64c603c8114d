package org.chengshu.core.trace;

import java.util.List;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.spi.TraceLink;
import org.chengshu.core.spi.TraceNode;
import org.chengshu.core.spi.TraceRef;

/**
 * The chain around one thing, walked both ways breadth first over every {@link org.chengshu.core.spi.TraceSource}: at most
 * 200 things, at most 6 steps away, only what the viewer may see. Links are those between the things shown.
 *
 * @param truncated whether there is more than is shown
 */
public record Trace(TraceRef start, List<TraceNode> nodes, List<TraceLink> links, boolean truncated) {
    public Trace {
        nodes = List.copyOf(nodes);
        links = List.copyOf(links);
    }

    /** Walks chains; safe for use by many threads. */
    @FunctionalInterface
    public interface Walker {
        /** A start that is not there, or not for this viewer, is {@code NOT_FOUND}. */
        Trace walk(TraceRef start, Viewer viewer);
    }
}
