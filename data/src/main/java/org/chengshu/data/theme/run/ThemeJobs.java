package org.chengshu.data.theme.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.chengshu.core.access.Viewer;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.jobs.JobKind;
import org.chengshu.core.jobs.RecurringJob;
import org.chengshu.core.jobs.Timing;
import org.chengshu.core.settings.CitySettings;
import org.chengshu.kernel.Text;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ThemeJobs {
    private static final Duration OFTEN = Duration.ofSeconds(20);
    private static final Duration PURGE = Duration.ofHours(12);

    @Bean
    JobKind<ThemeQueue.Order> themeRunJobs(ThemeQueue queue) {
        return queue.kind();
    }

    @Bean
    RecurringJob themeSchedules(
            ThemeStore store, ThemeQueue queue, Transactions transactions, CitySettings settings, Clock clock) {
        return new RecurringJob(
                "data.theme-schedules", Text.of("按时计算主题表", "Compute themes on schedule"), OFTEN, () -> store.list()
                        .forEach(held -> held.theme()
                                .schedule()
                                .ifPresent(cron -> transactions.run(
                                        () -> due(held, Timing.cron(cron), store, queue, settings, clock.instant())))));
    }

    private static void due(
            ThemeStore.Held held,
            Timing timing,
            ThemeStore store,
            ThemeQueue queue,
            CitySettings settings,
            Instant now) {
        Optional<Instant> at = held.nextAt();
        if (at.isPresent() && at.get().isAfter(now)) {
            return;
        }
        boolean mine = store.next(held.id(), at, timing.next(now, settings.zone()));
        if (mine && at.isPresent()) {
            queue.add(held.id(), "schedule", false, Viewer.system(), Optional.of("at:" + at.get()));
        }
    }

    @Bean
    RecurringJob themeRunsPurge(ThemeRuns runs) {
        return new RecurringJob(
                "data.purge-theme-runs", Text.of("清理主题表的旧运行记录", "Clear away old runs of themes"), PURGE, runs::purge);
    }
}
