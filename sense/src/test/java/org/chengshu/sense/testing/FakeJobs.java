package org.chengshu.sense.testing;

import java.util.Optional;
import java.util.UUID;
import org.chengshu.core.CoreError;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.jobs.JobOrder;
import org.chengshu.core.jobs.JobView;
import org.chengshu.core.jobs.JobWork;
import org.chengshu.core.jobs.Jobs;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Text;

/** Starts nothing: tests call the work itself. */
final class FakeJobs implements Jobs {
    @Override
    public JobView start(String kind, Text title, Viewer who, JobWork work) {
        throw new Fault(CoreError.FORBIDDEN, "the fake starts nothing");
    }

    @Override
    public <I> JobView queue(JobOrder<I> order) {
        throw new Fault(CoreError.FORBIDDEN, "the fake queues nothing");
    }

    @Override
    public Optional<JobView> find(UUID id) {
        return Optional.empty();
    }
}
