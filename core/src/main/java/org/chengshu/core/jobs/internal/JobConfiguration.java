package org.chengshu.core.jobs.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.chengshu.core.jobs.RecurringJob;
import org.chengshu.core.spi.Permission;
import org.chengshu.core.spi.PermissionSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class JobConfiguration {
    static final String SEE_ALL = "core:jobs";

    @Bean
    PermissionSource jobPermissions() {
        return () -> List.of(Permission.ofCity(SEE_ALL, "查看和取消所有人的作业", "See and cancel everybody's jobs"));
    }

    @Bean
    RecurringJob noticeSilentJobs(JobStore store, Clock clock) {
        return new RecurringJob("core.notice-silent-jobs", Duration.ofSeconds(30), () -> {
            Instant now = clock.instant();
            store.interruptSilentSince(now.minus(LongJobs.SILENT), now);
        });
    }
}
