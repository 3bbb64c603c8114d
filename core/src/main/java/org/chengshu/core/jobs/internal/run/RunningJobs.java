package org.chengshu.core.jobs.internal.run;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.chengshu.core.tracing.Tracing;
import org.springframework.stereotype.Component;

/** What runs on this node just now. */
@Component
final class RunningJobs {
    private final Map<UUID, RunningJob> byId = new ConcurrentHashMap<>();

    /** Runs it on a thread of its own and forgets it at its end. */
    void launch(RunningJob job, Runnable work, Runnable atEnd) {
        byId.put(job.id(), job);
        Runnable traced = job.claim()
                .trace()
                .<Runnable>map(id -> () -> Tracing.under(id, work))
                .orElse(work);
        Thread thread = Thread.ofVirtual().name("job-" + job.claim().kind()).unstarted(() -> {
            try {
                traced.run();
            } finally {
                byId.remove(job.id(), job);
                atEnd.run();
            }
        });
        job.runsOn(thread);
        thread.start();
    }

    Optional<RunningJob> find(UUID id) {
        return Optional.ofNullable(byId.get(id));
    }

    Collection<RunningJob> all() {
        return byId.values();
    }

    void forget(RunningJob job) {
        byId.remove(job.id(), job);
    }

    int size() {
        return byId.size();
    }

    void endAll(Ending why, Duration patience) {
        byId.values().forEach(job -> job.end(why));
        byId.values().forEach(job -> awaitEnd(job, patience));
    }

    private static void awaitEnd(RunningJob job, Duration patience) {
        try {
            job.awaitEnd(patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
