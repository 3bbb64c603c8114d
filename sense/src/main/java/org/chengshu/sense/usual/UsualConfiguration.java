package org.chengshu.sense.usual;

import java.time.Duration;
import org.chengshu.core.jobs.RecurringJob;
import org.chengshu.kernel.Text;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class UsualConfiguration {
    private static final Duration EVERY = Duration.ofSeconds(20);

    @Bean
    RecurringJob usualJob(UsualWork work) {
        return new RecurringJob(
                "sense.usual", Text.of("算出往周同一小时的常值", "Work out what is usual at this hour"), EVERY, work::work);
    }
}
