package org.chengshu.core.jobs.internal.schedule;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chengshu.core.CoreError;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.jobs.JobOrder;
import org.chengshu.core.jobs.Jobs;
import org.chengshu.core.jobs.ScheduledJob;
import org.chengshu.kernel.Fault;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** What people do with schedules. */
@Component
public final class Schedules {
    private final RecurringJobs scheduler;
    private final ScheduleStore store;
    private final Jobs jobs;
    private final Clock clock;

    Schedules(RecurringJobs scheduler, ScheduleStore store, Jobs jobs, Clock clock) {
        this.scheduler = scheduler;
        this.store = store;
        this.jobs = jobs;
        this.clock = clock;
    }

    public List<ScheduleView> list() {
        Map<String, Record> rows = store.rows();
        return scheduler.declared().values().stream()
                .map(declared -> store.view(declared, Optional.ofNullable(rows.get(declared.name()))))
                .toList();
    }

    public ScheduleView pause(String name, Viewer who) {
        get(name);
        store.pause(name, who.displayName());
        return view(name);
    }

    public ScheduleView resume(String name) {
        get(name);
        store.resume(name);
        return view(name);
    }

    /** Runs it now beside its usual times; one that runs in place must neither run nor be paused. */
    public ScheduleView run(String name, Viewer who) {
        switch (get(name)) {
            case Declared.ByClock byClock -> queue(byClock.job(), who);
            case Declared.Again again -> hurry(again.name());
        }
        return view(name);
    }

    private <I> void queue(ScheduledJob<I> job, Viewer who) {
        jobs.queue(JobOrder.of(job.kind(), job.kind().title(), job.input().get(), who)
                .by(job.name()));
    }

    private void hurry(String name) {
        if (store.paused(name)) {
            throw new Fault(CoreError.CONFLICT, "the schedule " + name + " is paused; resume it first");
        }
        Instant now = clock.instant();
        if (!scheduler.hurry(name, now)) {
            throw new Fault(CoreError.CONFLICT, "the schedule " + name + " is running just now");
        }
    }

    private Declared get(String name) {
        return Optional.ofNullable(scheduler.declared().get(name))
                .orElseThrow(() -> new Fault(CoreError.NOT_FOUND, "schedule " + name));
    }

    private ScheduleView view(String name) {
        return store.view(get(name), Optional.ofNullable(store.rows().get(name)));
    }
}
