package org.chengshu.core.tracing.internal;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TracingConfiguration {
    private static final long MIB = 1L << 20;

    @Bean
    LogTerms logTerms() {
        return new LogTerms(false, 20 * MIB, 400 * MIB);
    }
}
