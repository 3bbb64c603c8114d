package org.chengshu.core.spi;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chengshu.core.access.Viewer;

/**
 * A bean that knows a part of the chain. {@code links} is asked for every thing the walk meets, also of kinds that the
 * source does not declare, because a link is known by the module at its upper end: it answers all links it knows that
 * start or end at the thing, and an empty list otherwise. What the viewer may not see is left out.
 */
public interface TraceSource {
    /** The kinds whose things this source can {@link #find find}; no two sources share one. */
    Set<String> kinds();

    /**
     * Those of its kinds that gather many things, such as a sum over a month: a walk that comes across one stops there and
     * fans out from it only when it is the start.
     */
    default Set<String> gatheringKinds() {
        return Set.of();
    }

    Optional<TraceNode> find(TraceRef ref, Viewer viewer);

    List<TraceLink> links(TraceRef ref, Viewer viewer);
}
