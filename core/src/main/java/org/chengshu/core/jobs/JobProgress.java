package org.chengshu.core.jobs;

import org.chengshu.kernel.Text;

/**
 * How a running job tells where it is and hears that it should end. Cheap to call for every row: what is told is written
 * to the database a few times a second at most. Safe for use by many threads.
 */
public interface JobProgress {
    /** @param total 0 when not known */
    void at(long done, long total, Text message);

    /** Whether somebody wants the job to end; it should then return soon, and counts as cancelled. */
    boolean cancelled();
}
