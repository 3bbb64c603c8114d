package org.chengshu.sense.derived;

import java.time.Duration;
import org.chengshu.core.jobs.RecurringJob;
import org.chengshu.kernel.Text;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CorrectionsConfiguration {
    private static final Duration EVERY = Duration.ofSeconds(1);

    @Bean
    RecurringJob correctionsJob(Corrections corrections) {
        return new RecurringJob(
                "sense.corrections", Text.of("更正派生值", "Correct derived values"), EVERY, corrections::work);
    }
}
