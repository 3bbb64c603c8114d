package org.chengshu.core.jobs.internal;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.chengshu.core.jobs.RecurringJob;
import org.jooq.DSLContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Runs every declared job on whichever node claims it first. */
@Component
final class RecurringJobs implements SmartLifecycle {
    private static final int AT_ONCE = 8;
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);
    private static final int MISSED_HEARTBEATS = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ObjectProvider<RecurringJob> declared;
    private final DataSource dataSource;
    private final DSLContext sql;
    private final NodeName node;
    private volatile Scheduler scheduler;

    RecurringJobs(ObjectProvider<RecurringJob> declared, DataSource dataSource, DSLContext sql, NodeName node) {
        this.declared = declared;
        this.dataSource = dataSource;
        this.sql = sql;
        this.node = node;
    }

    @Override
    public void start() {
        List<RecurringJob> jobs = declared.orderedStream().toList();
        requireDistinctNames(jobs);
        releaseWhatThisNodeHeldBeforeItStopped();
        Scheduler started = Scheduler.create(dataSource)
                .tableName("cs_core.scheduled_task")
                .startTasks(jobs.stream().map(RecurringJobs::task).toList())
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

    private static RecurringTask<Void> task(RecurringJob job) {
        return Tasks.recurring(job.name(), FixedDelay.of(job.every()))
                .execute((instance, context) -> job.work().run());
    }

    private static void requireDistinctNames(List<RecurringJob> jobs) {
        Set<String> names = new HashSet<>();
        for (RecurringJob job : jobs) {
            if (!names.add(job.name())) {
                throw new IllegalStateException("two recurring jobs are named " + job.name());
            }
        }
    }
}
