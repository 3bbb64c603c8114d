package org.chengshu.sense.absence;

import java.time.Duration;
import org.chengshu.core.jobs.RecurringJob;
import org.chengshu.kernel.Text;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AbsenceConfiguration {
    private static final Duration EVERY = Duration.ofSeconds(2);

    @Bean
    RecurringJob absenceJob(AbsenceWatch watch) {
        return new RecurringJob(
                "sense.absence", Text.of("查找缺测的量", "Look for values that do not come"), EVERY, watch::look);
    }
}
