package org.chengshu.core.jobs.internal;

import java.util.List;
import org.chengshu.core.spi.Permission;
import org.chengshu.core.spi.PermissionSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class JobConfiguration {
    @Bean
    PermissionSource jobPermissions() {
        return () -> List.of(Permission.ofCity(
                "core:jobs", "查看和管理所有人的作业与定时计划", "See and manage everybody's jobs and the schedules"));
    }
}
