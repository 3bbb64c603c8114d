package org.chengshu.core.jobs;

import java.util.Optional;
import java.util.UUID;
import org.chengshu.core.access.Viewer;
import org.chengshu.kernel.Text;

/**
 * Long work that somebody started and wants to watch: an import, a computation over years. Its progress is kept in the
 * database, so every node shows it. Work of a declared {@link JobKind} is queued and done by any node, tried again when
 * it fails and taken up when its node dies; any other work runs where it was started, and is shown as interrupted when
 * that node stops. Safe for use by many threads.
 */
public interface Jobs {
    /** Starts at once on this node; inside a transaction, after its commit. */
    JobView start(String kind, Text title, Viewer who, JobWork work);

    /** Queues a job in the caller's transaction; answers the job there is when its key has been used. */
    <I> JobView queue(JobOrder<I> order);

    Optional<JobView> find(UUID id);
}
