package org.chengshu.data.catalogue.demand;

import java.time.Duration;
import org.chengshu.core.jobs.RecurringJob;
import org.chengshu.kernel.Text;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the lists do again and again. */
@Configuration(proxyBeanMethods = false)
class ListJobs {
    @Bean
    RecurringJob responsibilitiesOverdue(ResponsibilityDesk desk) {
        return new RecurringJob(
                "data.responsibilities-overdue",
                Text.of("提醒超期的责任", "Tell of responsibilities that are overdue"),
                Duration.ofMinutes(30),
                desk::tellOverdue);
    }
}
