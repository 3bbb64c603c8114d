package org.chengshu.core.jobs.internal.run;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.chengshu.core.jobs.JobKind;
import org.chengshu.core.jobs.internal.NodeName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Claims what is due, as much as this node has room for; woken when something is queued or ends, and each second. */
@Component
final class JobDesk {
    static final Duration SILENCE = Duration.ofSeconds(15);
    static final Duration EVERY = Duration.ofSeconds(1);
    private static final int MOST_AT_ONCE = 8;
    private static final Logger LOG = LoggerFactory.getLogger(JobDesk.class);

    private final ClaimStore claims;
    private final JobStore store;
    private final RunningJobs running;
    private final Attempt attempt;
    private final Kinds kinds;
    private final NodeName node;
    private final JsonMapper json;
    private final Semaphore bell = new Semaphore(0);

    JobDesk(
            ClaimStore claims,
            JobStore store,
            RunningJobs running,
            Attempt attempt,
            Kinds kinds,
            NodeName node,
            JsonMapper json) {
        this.claims = claims;
        this.store = store;
        this.running = running;
        this.attempt = attempt;
        this.kinds = kinds;
        this.node = node;
        this.json = json;
    }

    void wake() {
        if (bell.availablePermits() == 0) {
            bell.release();
        }
    }

    void awaitBell() throws InterruptedException {
        bell.tryAcquire(EVERY.toMillis(), TimeUnit.MILLISECONDS);
        bell.drainPermits();
    }

    void look() {
        try {
            int released = claims.takeFromSilent(SILENCE);
            if (released > 0) {
                LOG.info("{} jobs of nodes that went away were released", released);
            }
            for (String kind : claims.kindsWithWork(kinds.names(), node.name())) {
                kinds.find(kind).ifPresent(this::claim);
            }
        } catch (RuntimeException e) {
            LOG.warn("jobs cannot be claimed just now: {}", e.toString());
        }
    }

    private <I> void claim(JobKind<I> kind) {
        int room = MOST_AT_ONCE - running.size();
        if (room <= 0) {
            return;
        }
        List<Claim> taken = claims.claim(kind.name(), kind.atOnce(), room, node.name());
        for (Claim claim : taken) {
            RunningJob job = new RunningJob(claim, store, json);
            running.launch(job, () -> attempt.run(kind, job), this::wake);
        }
    }
}
