package org.chengshu.core.jobs.internal.run;

import java.util.Optional;
import org.chengshu.core.jobs.JobState;
import org.chengshu.core.jobs.JobWork;
import org.chengshu.kernel.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Does work that only this node knows: it is tried once and ends with the node. */
@Component
final class LocalWork {
    private static final Logger LOG = LoggerFactory.getLogger(LocalWork.class);

    private final JobStore store;

    LocalWork(JobStore store) {
        this.store = store;
    }

    void run(JobWork work, RunningJob job) {
        try {
            JsonNode result = work.run(job);
            Thread.interrupted();
            job.flush();
            end(job, JobState.DONE, Optional.empty(), Optional.ofNullable(result));
        } catch (RuntimeException | Error e) {
            fail(job, e);
        }
    }

    private void fail(RunningJob job, Throwable cause) {
        Thread.interrupted();
        LOG.warn("job {} ({}) failed", job.id(), job.claim().kind(), cause);
        try {
            end(job, JobState.FAILED, Optional.of(Attempt.reason(job, cause)), Optional.empty());
        } catch (RuntimeException e) {
            LOG.warn("the end of job {} could not be kept: {}", job.id(), e.toString());
        }
    }

    /** What a stopping node has cut off is not done; it is marked so when the node has stopped. */
    private void end(RunningJob job, JobState state, Optional<Text> error, Optional<JsonNode> result) {
        switch (job.ending()) {
            case NONE -> store.end(job.claim(), state, state.word(), error, result);
            case CANCELLED -> store.end(job.claim(), JobState.CANCELLED, "cancelled", error, result);
            default -> LOG.info("job {} was cut off", job.id());
        }
    }
}
