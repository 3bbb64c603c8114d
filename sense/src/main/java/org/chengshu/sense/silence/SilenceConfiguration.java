package org.chengshu.sense.silence;

import java.time.Duration;
import org.chengshu.core.jobs.RecurringJob;
import org.chengshu.kernel.Text;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SilenceConfiguration {
    private static final Duration EVERY = Duration.ofSeconds(2);

    @Bean
    RecurringJob silenceJob(SilenceWatch watch) {
        return new RecurringJob("sense.silence", Text.of("查找静默的设备", "Look for silent devices"), EVERY, watch::look);
    }
}
