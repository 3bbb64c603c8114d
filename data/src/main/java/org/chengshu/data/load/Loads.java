package org.chengshu.data.load;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.chengshu.core.access.Viewer;
import org.chengshu.data.feed.Feed;

/**
 * Fills stored datasets: reads a feed into a revision, reconciles, checks and promotes it. Queued loads are done by any node,
 * two at a time over all nodes, and go on after a restart: files from the piece that was committed last, other feeds from their
 * beginning. Those of one dataset may run side by side, and each is promoted as it finishes; nobody reads a row of a load before
 * that. {@code read = stored + refused + removed} holds of each at its end. A load that cannot be promoted is an outcome
 * ({@link LoadView}: stopped, held, failed, cancelled), never a fault; faults are for orders that cannot be taken, such as
 * {@code DATASET_NOT_FOUND} and {@code LOAD_FAULTY}. Safe for use by many threads.
 */
public interface Loads {
    /** Queues it in the caller's transaction; what is wrong with the order is told at once. The id finds it again. */
    UUID start(LoadOrder order, Viewer who);

    /**
     * Does a load here and now, in the caller's thread and outside any transaction: for what has come already and waits for an
     * answer. The feed is closed at the end. Whatever keeps the load from being promoted is told in the answer, not thrown.
     *
     * @param along is given the load as it ended, inside the transaction that ends it, so that what it keeps for a promoted load
     *     is kept exactly when the rows are
     */
    LoadView take(LoadOrder order, Feed feed, Viewer who, Consumer<LoadView> along);

    /** The load as it stands, also long after it ended. */
    Optional<LoadView> find(UUID id);

    /** Rows that the load could not store, in the order of the delivery, after the row of this number. */
    List<RefusedRow> refused(UUID id, long after, int most);

    /** The last loads of the dataset, newest first. */
    List<LoadView> latest(String dataset, int most);

    /** Asks a load to end, a held one at once; nothing of it will be seen. */
    void cancel(UUID id);
}
