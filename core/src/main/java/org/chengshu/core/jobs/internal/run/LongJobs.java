package org.chengshu.core.jobs.internal.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.chengshu.core.CoreError;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.jobs.JobKind;
import org.chengshu.core.jobs.JobOrder;
import org.chengshu.core.jobs.JobView;
import org.chengshu.core.jobs.JobWork;
import org.chengshu.core.jobs.Jobs;
import org.chengshu.core.jobs.internal.NodeName;
import org.chengshu.core.tracing.Tracing;
import org.chengshu.kernel.Fault;
import org.chengshu.kernel.Ids;
import org.chengshu.kernel.Text;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

@Component
public final class LongJobs implements Jobs, SmartLifecycle {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final JobStore store;
    private final JobReader reader;
    private final ClaimStore claims;
    private final RunningJobs running;
    private final LocalWork local;
    private final JobDesk desk;
    private final Heart heart;
    private final Kinds kinds;
    private final Transactions transactions;
    private final NodeName node;
    private final JsonMapper json;
    private final Clock clock;
    private volatile CountDownLatch stopping;

    LongJobs(
            JobStore store,
            JobReader reader,
            ClaimStore claims,
            RunningJobs running,
            LocalWork local,
            JobDesk desk,
            Heart heart,
            Kinds kinds,
            Transactions transactions,
            NodeName node,
            JsonMapper json,
            Clock clock) {
        this.store = store;
        this.reader = reader;
        this.claims = claims;
        this.running = running;
        this.local = local;
        this.desk = desk;
        this.heart = heart;
        this.kinds = kinds;
        this.transactions = transactions;
        this.node = node;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public JobView start(String kind, Text title, Viewer who, JobWork work) {
        Instant now = clock.instant();
        UUID id = Ids.at(now);
        Claim claim = new Claim(id, kind, 1, 1, who.accountId(), Optional.empty(), Optional.empty(), Tracing.current());
        transactions.run(() -> {
            store.insertRunning(id, kind, title, who.accountId(), node.name(), now);
            transactions.afterCommit(() -> {
                RunningJob job = new RunningJob(claim, store, json);
                running.launch(job, () -> local.run(work, job), () -> {});
            });
        });
        return get(id);
    }

    @Override
    public <I> JobView queue(JobOrder<I> order) {
        requireDeclared(order.kind());
        Instant now = clock.instant();
        UUID id = store.insertQueued(Ids.at(now), order, node.name(), now);
        transactions.afterCommit(desk::wake);
        return get(id);
    }

    private void requireDeclared(JobKind<?> kind) {
        if (kinds.find(kind.name()).isEmpty()) {
            throw new IllegalStateException("no bean declares the kind of jobs " + kind.name());
        }
    }

    @Override
    public Optional<JobView> find(UUID id) {
        return reader.find(id);
    }

    /** False when it has ended already. */
    public boolean cancel(UUID id) {
        boolean asked = store.requestCancel(id);
        if (asked) {
            running.find(id).ifPresent(job -> job.end(Ending.CANCELLED));
        }
        return asked;
    }

    /** Queues it again from where it stood; faults when it cannot be. */
    public JobView retry(UUID id) {
        JobView job = get(id);
        int attempts = kinds.find(job.kind())
                .map(kind -> kind.retry().attempts())
                .filter(any -> job.attempts().isPresent())
                .orElseThrow(() -> new Fault(
                        CoreError.CONFLICT, "a job of kind " + job.kind() + " cannot be tried again; start a new one"));
        if (!store.retry(id, attempts)) {
            throw new Fault(
                    CoreError.CONFLICT, "job " + id + " is " + get(id).state().word() + " and needs no other attempt");
        }
        transactions.afterCommit(desk::wake);
        return get(id);
    }

    private JobView get(UUID id) {
        return reader.find(id).orElseThrow(() -> new Fault(CoreError.NOT_FOUND, "job " + id));
    }

    @Override
    public void start() {
        claims.takeFrom(node.name());
        claims.beat(node.name());
        CountDownLatch mine = new CountDownLatch(1);
        stopping = mine;
        Thread.ofVirtual().name("jobs-heart").start(() -> beat(mine));
        Thread.ofVirtual().name("jobs-desk").start(() -> claim(mine));
    }

    @Override
    public void stop() {
        CountDownLatch last = stopping;
        stopping = null;
        if (last == null) {
            return;
        }
        last.countDown();
        desk.wake();
        running.endAll(Ending.NODE_STOPS, PATIENCE);
        running.all().forEach(job -> kinds.find(job.claim().kind()).ifPresent(kind -> giveBack(job)));
        claims.takeFrom(node.name());
        claims.leave(node.name());
    }

    private void giveBack(RunningJob slow) {
        store.again(slow.claim(), "released", Optional.empty(), clock.instant(), true);
    }

    @Override
    public boolean isRunning() {
        return stopping != null;
    }

    @Override
    public int getPhase() {
        return 0;
    }

    private void beat(CountDownLatch end) {
        try {
            while (!end.await(JobDesk.EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                heart.beat();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void claim(CountDownLatch end) {
        try {
            while (end.getCount() > 0) {
                desk.look();
                desk.awaitBell();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
