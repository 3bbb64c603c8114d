package org.chengshu.core.audit.internal.chain;

import java.time.Duration;
import org.chengshu.core.jobs.RecurringJob;
import org.chengshu.kernel.Text;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ChainConfiguration {
    @Bean
    RecurringJob auditSealing(Sealer sealer) {
        return new RecurringJob(
                "core.audit-seal",
                Text.of("审计条目入链", "Seal audit entries into the chain"),
                Duration.ofMillis(500),
                sealer::seal);
    }

    @Bean
    RecurringJob auditPartitions(Partitions partitions) {
        return new RecurringJob(
                "core.audit-partitions",
                Text.of("预建审计分区", "Make the audit's partitions"),
                Duration.ofHours(1),
                partitions::prepare);
    }
}
