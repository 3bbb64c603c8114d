package org.chengshu.data.load;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.core.access.Viewer;

/**
 * Fills stored datasets: reads a feed into a revision, reconciles, checks and promotes it. Loads of one dataset are done one
 * after another, by any node, and go on after a restart. Safe for use by many threads.
 */
public interface Loads {
    /** Queues it in the caller's transaction; what is wrong with the order is told at once. The id finds it again. */
    UUID start(LoadOrder order, Viewer who);

    Optional<LoadView> find(UUID id);

    /** The last loads of the dataset, newest first. */
    List<LoadView> latest(String dataset, int most);

    /** Asks a load to end; nothing of it will be seen. */
    void cancel(UUID id);
}
