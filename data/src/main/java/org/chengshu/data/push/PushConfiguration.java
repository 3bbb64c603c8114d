package org.chengshu.data.push;

import java.time.Duration;
import org.chengshu.core.jobs.RecurringJob;
import org.chengshu.kernel.Text;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PushConfiguration {
    @Bean
    RecurringJob forgetPushedBatches(PushBatches batches) {
        return new RecurringJob(
                "data.forget-pushed-batches",
                Text.of("清理过期的推送批次", "Forget batches that were pushed long ago"),
                Duration.ofHours(6),
                batches::forgetOld);
    }
}
