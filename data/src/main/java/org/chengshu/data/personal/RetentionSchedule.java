package org.chengshu.data.personal;

import java.time.LocalTime;
import java.util.Optional;
import org.chengshu.core.jobs.JobKind;
import org.chengshu.core.jobs.ScheduledJob;
import org.chengshu.core.jobs.Timing;
import org.chengshu.kernel.Text;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RetentionSchedule {
    private static final LocalTime AT = LocalTime.of(3, 40);

    @Bean
    JobKind<RetentionPurge.Asked> personalRetentionJob(RetentionPurge purge) {
        return JobKind.of(
                        "data.retention",
                        Text.of("清空到期的个人信息", "Empty personal data whose time is over"),
                        RetentionPurge.Asked.class,
                        purge::run)
                .atOnce(1);
    }

    @Bean
    ScheduledJob<RetentionPurge.Asked> retentionTimes(JobKind<RetentionPurge.Asked> personalRetentionJob) {
        return new ScheduledJob<>(
                "data.retention",
                Timing.daily(AT),
                personalRetentionJob,
                () -> new RetentionPurge.Asked(Optional.empty()));
    }
}
