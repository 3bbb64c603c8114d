package org.chengshu.core.jobs.internal.schedule;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import java.time.Instant;
import java.time.ZoneId;
import org.chengshu.core.jobs.Timing;

/** A timing as the scheduler's library asks for it. */
record TimingSchedule(Timing timing, ZoneId zone) implements Schedule {
    @Override
    public Instant getNextExecutionTime(ExecutionComplete done) {
        return timing.next(done.getTimeDone(), zone);
    }

    @Override
    public Instant getInitialExecutionTime(Instant now) {
        return timing.next(now, zone);
    }

    /** So a timing that a new release changes takes effect at its start. */
    @Override
    public boolean isDeterministic() {
        return true;
    }
}
