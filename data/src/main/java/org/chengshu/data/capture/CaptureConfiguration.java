package org.chengshu.data.capture;

import java.time.Duration;
import org.chengshu.core.jobs.RecurringJob;
import org.chengshu.kernel.Text;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CaptureConfiguration {
    private static final Duration LOOKS_EVERY = Duration.ofSeconds(2);

    @Bean
    RecurringJob takeCapturedChanges(CaptureRunner runner) {
        return new RecurringJob(
                "data.take-changes",
                Text.of("采集其他数据库的变更", "Take the changes of other databases"),
                LOOKS_EVERY,
                runner::takeAll);
    }
}
