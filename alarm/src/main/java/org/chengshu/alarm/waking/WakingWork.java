package org.chengshu.alarm.waking;

import java.time.Duration;
import org.chengshu.core.jobs.RecurringJob;
import org.chengshu.kernel.Text;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class WakingWork {
    private static final Duration EVERY = Duration.ofSeconds(3);

    @Bean
    RecurringJob wakingOfAlarms(Waking waking) {
        return new RecurringJob(
                "alarm.waking",
                Text.of("让被抑制和搁置的告警重新计入", "Let suppressed and shelved alarms count again"),
                EVERY,
                waking::look);
    }
}
