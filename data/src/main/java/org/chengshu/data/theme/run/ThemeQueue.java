package org.chengshu.data.theme.run;

import java.time.Duration;
import java.util.Optional;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.jobs.JobKind;
import org.chengshu.core.jobs.JobOrder;
import org.chengshu.core.jobs.JobView;
import org.chengshu.core.jobs.Jobs;
import org.chengshu.kernel.Text;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Queues runs of themes; over all nodes one is done at a time, in the order in which they were queued. */
@Component
public class ThemeQueue {
    static final String KIND = "data.theme-run";
    private static final Duration LONGEST = Duration.ofHours(4);

    private final Jobs jobs;
    private final ObjectProvider<ThemeRunner> runner;

    ThemeQueue(Jobs jobs, ObjectProvider<ThemeRunner> runner) {
        this.jobs = jobs;
        this.runner = runner;
    }

    /** What a job is given. */
    record Order(String theme, String cause, boolean whole) {}

    JobKind<Order> kind() {
        return JobKind.of(KIND, Text.of("计算主题表", "Compute themes"), Order.class, (order, run) -> runner.getObject()
                        .run(order, run))
                .within(LONGEST)
                .atOnce(1);
    }

    /** @param once of two orders with one such key the first makes a run */
    public JobView add(String theme, String cause, boolean whole, Viewer who, Optional<String> once) {
        Text title = Text.of("计算主题表 " + theme, "Compute theme " + theme);
        JobOrder<Order> order = JobOrder.of(kind(), title, new Order(theme, cause, whole), who);
        return jobs.queue(
                once.map(key -> order.once("theme:" + theme + ":" + key)).orElse(order));
    }
}
