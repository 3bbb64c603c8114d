package org.chengshu.core.jobs.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.jobs.JobState;
import org.chengshu.core.jobs.JobView;
import org.chengshu.core.jobs.JobWork;
import org.chengshu.core.jobs.Jobs;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Ids;
import org.chengshu.kernel.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

@Component
final class LongJobs implements Jobs, SmartLifecycle {
    static final Duration SILENT = Duration.ofMinutes(1);
    private static final Duration BEAT = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Logger LOG = LoggerFactory.getLogger(LongJobs.class);

    private final JobStore store;
    private final Transactions transactions;
    private final NodeName node;
    private final Clock clock;
    private final Map<UUID, RunningJob> running = new ConcurrentHashMap<>();
    private volatile Thread heart;

    LongJobs(JobStore store, Transactions transactions, NodeName node, Clock clock) {
        this.store = store;
        this.transactions = transactions;
        this.node = node;
        this.clock = clock;
    }

    @Override
    public JobView start(String kind, Text title, Viewer who, JobWork work) {
        Instant now = clock.instant();
        JobView job = new JobView(
                Ids.at(now),
                kind,
                title,
                JobState.RUNNING,
                0,
                0,
                Optional.empty(),
                Optional.empty(),
                who.accountId(),
                now,
                Optional.empty());
        store.insert(job, node.name());
        transactions.afterCommit(() -> launch(job, work));
        return job;
    }

    @Override
    public Optional<JobView> find(UUID id) {
        return store.find(id);
    }

    boolean cancel(UUID id) {
        boolean asked = store.requestCancel(id);
        Optional.ofNullable(running.get(id)).ifPresent(RunningJob::cancel);
        return asked;
    }

    private void launch(JobView job, JobWork work) {
        RunningJob progress = new RunningJob(job.id(), store);
        running.put(job.id(), progress);
        progress.runsOn(Thread.ofVirtual().name("job-" + job.kind()).start(() -> run(job, work, progress)));
    }

    private void run(JobView job, JobWork work, RunningJob progress) {
        try {
            JsonNode result = work.run(progress);
            progress.flush();
            JobState state = progress.cancelled() ? JobState.CANCELLED : JobState.DONE;
            store.end(job.id(), state, Optional.empty(), Optional.ofNullable(result), clock.instant());
        } catch (RuntimeException | Error e) {
            fail(job, progress, e);
        } finally {
            running.remove(job.id());
        }
    }

    private void fail(JobView job, RunningJob progress, Throwable cause) {
        LOG.warn("job {} ({}) failed", job.id(), job.kind(), cause);
        JobState state = progress.cancelled() ? JobState.CANCELLED : JobState.FAILED;
        try {
            store.end(job.id(), state, Optional.of(reason(job, cause)), Optional.empty(), clock.instant());
        } catch (RuntimeException e) {
            LOG.warn("the end of job {} could not be kept: {}", job.id(), e.toString());
        }
    }

    /** What went wrong inside is for the log; what the caller can mend is in a fault. */
    private static Text reason(JobView job, Throwable cause) {
        if (cause instanceof Fault fault) {
            return Text.of(fault.code().title().zh() + "：" + fault.getMessage(), fault.getMessage());
        }
        return Text.of(
                "系统内部错误，日志中按作业号 " + job.id() + " 查找",
                "Something went wrong on our side; look for job " + job.id() + " in the log");
    }

    @Override
    public void start() {
        store.interruptAllOf(node.name(), clock.instant());
        // Known before it runs: a heart that looks for itself and finds nothing would stop at once.
        heart = Thread.ofVirtual().name("jobs-heart").unstarted(this::beatUntilStopped);
        heart.start();
    }

    @Override
    public void stop() {
        Thread last = heart;
        heart = null;
        if (last != null) {
            last.interrupt();
        }
        if (running.isEmpty()) {
            return;
        }
        store.interruptAllOf(node.name(), clock.instant());
        running.values().forEach(RunningJob::cancel);
        running.values().forEach(LongJobs::awaitEnd);
    }

    @Override
    public boolean isRunning() {
        return heart != null;
    }

    @Override
    public int getPhase() {
        return 0;
    }

    private void beatUntilStopped() {
        try {
            while (heart != null) {
                Thread.sleep(BEAT);
                beat();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void beat() {
        try {
            if (!running.isEmpty()) {
                store.heartbeat(running.keySet(), clock.instant())
                        .forEach(id -> Optional.ofNullable(running.get(id)).ifPresent(RunningJob::cancel));
                running.values().forEach(RunningJob::flush);
            }
        } catch (RuntimeException e) {
            LOG.warn("the progress of jobs could not be kept: {}", e.toString());
        }
    }

    private static void awaitEnd(RunningJob job) {
        try {
            job.awaitEnd(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
