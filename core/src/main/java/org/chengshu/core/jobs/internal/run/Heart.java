package org.chengshu.core.jobs.internal.run;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.chengshu.core.jobs.JobKind;
import org.chengshu.core.jobs.internal.NodeName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Each second: says that this node lives, and hears which of its jobs should end. It never waits for a job's row. */
@Component
final class Heart {
    private static final Duration GRACE = Duration.ofSeconds(30);
    private static final Logger LOG = LoggerFactory.getLogger(Heart.class);

    private final ClaimStore claims;
    private final RunningJobs running;
    private final Attempt attempt;
    private final Kinds kinds;
    private final NodeName node;

    Heart(ClaimStore claims, RunningJobs running, Attempt attempt, Kinds kinds, NodeName node) {
        this.claims = claims;
        this.running = running;
        this.attempt = attempt;
        this.kinds = kinds;
        this.node = node;
    }

    void beat() {
        try {
            claims.beat(node.name());
            List<RunningJob> now = List.copyOf(running.all());
            if (!now.isEmpty()) {
                hear(now);
            }
        } catch (RuntimeException e) {
            LOG.warn("the heartbeat of this node could not be kept: {}", e.toString());
        }
    }

    private void hear(List<RunningJob> now) {
        List<Claim> held = now.stream().map(RunningJob::claim).toList();
        claims.lost(held).forEach(id -> end(id, Ending.LOST));
        claims.cancelRequested(held.stream().map(Claim::id).toList()).forEach(id -> end(id, Ending.CANCELLED));
        now.forEach(this::limit);
        now.forEach(RunningJob::flush);
    }

    private void end(UUID id, Ending why) {
        running.find(id).ifPresent(job -> job.end(why));
    }

    private void limit(RunningJob job) {
        kinds.find(job.claim().kind()).ifPresent(kind -> limit(job, kind));
    }

    private void limit(RunningJob job, JobKind<?> kind) {
        if (job.age().compareTo(kind.timeout()) < 0) {
            return;
        }
        if (job.end(Ending.TOO_LONG)) {
            job.interrupt();
        } else if (job.ending() == Ending.TOO_LONG
                && job.age().compareTo(kind.timeout().plus(GRACE)) > 0) {
            running.forget(job);
            attempt.giveUp(kind, job);
        }
    }
}
