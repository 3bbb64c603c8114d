package org.chengshu.data.tag;

import java.util.Optional;
import org.chengshu.core.jobs.JobKind;
import org.chengshu.core.jobs.ScheduledJob;
import org.chengshu.core.jobs.Timing;
import org.chengshu.kernel.Text;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TagSchedule {
    @Bean
    JobKind<TagWork.Asked> tagJob(TagWork work) {
        return JobKind.of("data.tags", Text.of("计算标签", "Work out tags"), TagWork.Asked.class, work::run)
                .atOnce(1);
    }

    @Bean
    ScheduledJob<TagWork.Asked> tagTimes(JobKind<TagWork.Asked> tagJob) {
        return new ScheduledJob<>(
                "data.tags",
                Timing.cron("0 20 * * * *"),
                tagJob,
                () -> new TagWork.Asked(Optional.empty(), Optional.empty(), "schedule"));
    }
}
