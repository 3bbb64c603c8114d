package org.chengshu.core.jobs;

import java.util.Optional;
import java.util.UUID;
import org.chengshu.core.access.Viewer;
import org.chengshu.kernel.Text;

/**
 * Long work that somebody started and wants to watch: an import, a computation over years. It runs on the node where it
 * was started and its progress is kept in the database, so every node shows it. A job whose node stops is shown as
 * interrupted and is not started again by itself. Safe for use by many threads.
 */
public interface Jobs {
    /** Starts at once; inside a transaction, after its commit. */
    JobView start(String kind, Text title, Viewer who, JobWork work);

    Optional<JobView> find(UUID id);
}
