package org.chengshu.data.source;

import java.time.Duration;
import org.chengshu.core.jobs.RecurringJob;
import org.chengshu.kernel.Text;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SourceConfiguration {
    private static final Duration LOOKS_EVERY = Duration.ofSeconds(5);

    @Bean
    RecurringJob sourcesDue(SourceRuns runs) {
        return new RecurringJob(
                "data.sources-due",
                Text.of("按计划采集数据源", "Read the sources whose time has come"),
                LOOKS_EVERY,
                runs::startDue);
    }
}
