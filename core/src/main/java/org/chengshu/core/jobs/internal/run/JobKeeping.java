package org.chengshu.core.jobs.internal.run;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import org.chengshu.core.jobs.JobKind;
import org.chengshu.core.jobs.ScheduledJob;
import org.chengshu.core.jobs.Timing;
import org.chengshu.kernel.Text;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** How long what has ended is kept. */
@Configuration(proxyBeanMethods = false)
class JobKeeping {
    private static final Duration KEPT = Duration.ofDays(30);
    private static final LocalTime AT = LocalTime.of(3, 40);

    record Nothing() {}

    @Bean
    JobKind<Nothing> purgeOfJobs(JobStore store, Clock clock, JsonMapper json) {
        return JobKind.of(
                "core.purge-jobs",
                Text.of("清理已结束的作业", "Clear away jobs that have ended"),
                Nothing.class,
                (nothing, run) -> json.createObjectNode()
                        .put("purged", store.purgeEndedBefore(clock.instant().minus(KEPT))));
    }

    @Bean
    ScheduledJob<Nothing> dailyPurgeOfJobs(JobKind<Nothing> purgeOfJobs) {
        return new ScheduledJob<>("core.purge-jobs", Timing.daily(AT), purgeOfJobs, Nothing::new);
    }
}
