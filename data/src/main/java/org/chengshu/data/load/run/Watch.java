package org.chengshu.data.load.run;

import org.chengshu.core.jobs.JobRun;
import org.chengshu.kernel.Text;

/** Who runs a load, as the engine sees it. */
interface Watch {
    boolean cancelled();

    /** Faults when this attempt no longer holds the load; in the transaction of a unit of work. */
    void hold(long read);

    void at(long done, long total, Text message);

    /** A load that nobody may take up or end. */
    static Watch none() {
        return new Watch() {
            @Override
            public boolean cancelled() {
                return false;
            }

            @Override
            public void hold(long read) {
                // Nobody else can hold it.
            }

            @Override
            public void at(long done, long total, Text message) {
                // Nobody looks.
            }
        };
    }

    static Watch of(JobRun run) {
        return new Watch() {
            @Override
            public boolean cancelled() {
                return run.cancelled();
            }

            @Override
            public void hold(long read) {
                run.keep(read);
            }

            @Override
            public void at(long done, long total, Text message) {
                run.at(done, total, message);
            }
        };
    }
}
