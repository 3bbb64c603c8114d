package org.chengshu.core.jobs.internal.schedule;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.jobs.JobOrder;
import org.chengshu.core.jobs.Jobs;
import org.chengshu.core.jobs.RecurringJob;
import org.chengshu.core.jobs.ScheduledJob;
import org.chengshu.core.jobs.internal.NodeName;
import org.chengshu.core.settings.CitySettings;
import org.chengshu.kernel.Fault;
import org.jooq.DSLContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Runs every declared job on whichever node claims it first. */
@Component
public final class RecurringJobs implements SmartLifecycle {
    private static final int AT_ONCE = 8;
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);
    private static final int MISSED_HEARTBEATS = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ObjectProvider<RecurringJob> recurring;
    private final ObjectProvider<ScheduledJob<?>> scheduled;
    private final Jobs jobs;
    private final ScheduleStore store;
    private final DataSource dataSource;
    private final DSLContext sql;
    private final NodeName node;
    private final ZoneId zone;
    private volatile Map<String, Declared> declared = Map.of();
    private volatile Scheduler scheduler;

    RecurringJobs(
            ObjectProvider<RecurringJob> recurring,
            ObjectProvider<ScheduledJob<?>> scheduled,
            Jobs jobs,
            ScheduleStore store,
            DataSource dataSource,
            DSLContext sql,
            NodeName node,
            CitySettings settings) {
        this.recurring = recurring;
        this.scheduled = scheduled;
        this.jobs = jobs;
        this.store = store;
        this.dataSource = dataSource;
        this.sql = sql;
        this.node = node;
        this.zone = settings.zone();
    }

    @Override
    public void start() {
        declared = distinct(Stream.concat(
                recurring.orderedStream().map(Declared.Again::new),
                scheduled.orderedStream().map(Declared.ByClock::new)));
        releaseWhatThisNodeHeldBeforeItStopped();
        Scheduler started = Scheduler.create(dataSource)
                .tableName("cs_core.scheduled_task")
                .startTasks(declared.values().stream().map(this::task).toList())
                .schedulerName(new SchedulerName.Fixed(node.name()))
                .executorService(Executors.newVirtualThreadPerTaskExecutor())
                .threads(AT_ONCE)
                .pollingInterval(POLL)
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(PATIENCE)
                .build();
        started.start();
        scheduler = started;
    }

    /** What is declared, by name. */
    Map<String, Declared> declared() {
        return declared;
    }

    /** Brings the next run forward; false while one is running. */
    boolean hurry(String name, Instant now) {
        try {
            return scheduler.reschedule(TaskInstanceId.of(name, RecurringTask.INSTANCE), now);
        } catch (TaskInstanceCurrentlyExecutingException | TaskInstanceNotFoundException e) {
            return false;
        }
    }

    @Override
    public void stop() {
        Scheduler last = scheduler;
        scheduler = null;
        if (last != null) {
            last.stop();
        }
    }

    @Override
    public boolean isRunning() {
        return scheduler != null;
    }

    @Override
    public int getPhase() {
        return 0;
    }

    private void releaseWhatThisNodeHeldBeforeItStopped() {
        sql.execute("""
                update cs_core.scheduled_task
                set picked = false, picked_by = null, last_heartbeat = null, version = version + 1
                where picked and picked_by = ?
                """, node.name());
    }

    private RecurringTask<Void> task(Declared work) {
        return switch (work) {
            case Declared.Again again ->
                Tasks.recurring(work.name(), FixedDelay.of(again.job().every()))
                        .execute((instance, context) ->
                                runUnlessPaused(work.name(), again.job().work()));
            case Declared.ByClock byClock ->
                Tasks.recurring(work.name(), new TimingSchedule(byClock.job().timing(), zone))
                        .execute((instance, context) -> {
                            Instant due = context.getExecution().executionTime;
                            runUnlessPaused(work.name(), () -> queue(byClock.job(), due));
                        });
        };
    }

    /** A node that dies right after this makes another do it again: the key keeps it to one job of each time. */
    private <I> void queue(ScheduledJob<I> job, Instant due) {
        jobs.queue(JobOrder.of(job.kind(), job.kind().title(), job.input().get(), Viewer.system())
                .by(job.name())
                .once(job.name() + "@" + due));
    }

    private void runUnlessPaused(String name, Runnable work) {
        if (store.paused(name)) {
            return;
        }
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            store.failed(
                    name,
                    e instanceof Fault fault ? fault.getMessage() : e.getClass().getSimpleName() + ", see the log");
            throw e;
        }
    }

    private static Map<String, Declared> distinct(Stream<Declared> all) {
        Map<String, Declared> byName = new TreeMap<>();
        all.forEach(one -> {
            if (byName.put(one.name(), one) != null) {
                throw new IllegalStateException("two recurring jobs are named " + one.name());
            }
        });
        return byName;
    }
}
