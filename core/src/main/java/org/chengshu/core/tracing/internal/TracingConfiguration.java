package org.chengshu.core.tracing.internal;

import org.chengshu.core.settings.Settings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TracingConfiguration {
    @Bean
    LogTerms logTerms(Settings settings) {
        long file = settings.get(LogSettings.FILE);
        return new LogTerms(
                settings.get(LogSettings.FORMAT) == LogSettings.Format.JSON,
                file,
                Math.max(file, settings.get(LogSettings.KEEP)));
    }
}
