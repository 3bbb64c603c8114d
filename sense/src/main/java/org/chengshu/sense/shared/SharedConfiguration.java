package org.chengshu.sense.shared;

import java.time.Duration;
import org.chengshu.core.jobs.RecurringJob;
import org.chengshu.kernel.Text;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SharedConfiguration {
    private static final Duration EVERY = Duration.ofSeconds(1);

    @Bean
    RecurringJob sharedRulesJob(SharedWatch watch) {
        return new RecurringJob(
                "sense.shared-rules", Text.of("判断多台设备的规则", "Judge the rules over several devices"), EVERY, watch::look);
    }
}
