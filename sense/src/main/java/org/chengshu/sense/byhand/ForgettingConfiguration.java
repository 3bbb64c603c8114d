package org.chengshu.sense.byhand;

import java.time.Duration;
import org.chengshu.core.jobs.RecurringJob;
import org.chengshu.kernel.Text;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ForgettingConfiguration {
    private static final Duration EVERY = Duration.ofSeconds(1);

    @Bean
    RecurringJob forgettingJob(Forgetting forgetting) {
        return new RecurringJob(
                "sense.cleared-by-hand",
                Text.of("人工解除后规则重新开始", "Let rules begin anew after alarms are cleared by hand"),
                EVERY,
                forgetting::work);
    }
}
