package org.chengshu.core.jobs;

import java.util.Optional;
import java.util.UUID;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Text;

/**
 * One attempt at a job of a declared kind, as its work sees it. What is {@link #keep kept} inside the transaction of a
 * unit of work is kept exactly when that unit is, and only while this attempt still holds the job: a node that was taken
 * for dead and comes back cannot commit a unit that another has taken up. So work that keeps a checkpoint with every unit
 * does each unit once. Safe for use by many threads.
 */
public interface JobRun extends JobProgress {
    UUID id();

    /** 1 for the first. */
    int attempt();

    /** The account that started the job, the platform's own when a schedule did. */
    UUID startedBy();

    /** What the last attempt kept; empty on the first, or when nothing was kept. */
    <T> Optional<T> checkpoint(Class<T> type);

    /**
     * Keeps where the work stands, as JSON of at most a megabyte; joins the caller's transaction.
     *
     * @throws Fault {@code CONFLICT} when this attempt no longer holds the job; the work should then end
     */
    void keep(Object checkpoint);

    /** A line for people in the job's log, in the caller's transaction; of more than a thousand the rest is dropped. */
    void note(Text line);
}
