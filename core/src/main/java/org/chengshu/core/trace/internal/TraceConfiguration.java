package org.chengshu.core.trace.internal;

import org.chengshu.core.spi.TraceSource;
import org.chengshu.core.trace.Trace;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TraceConfiguration {
    @Bean
    Trace.Walker traceWalker(ObjectProvider<TraceSource> sources) {
        return (start, viewer) -> new TraceWalk(sources.orderedStream().toList(), viewer).from(start);
    }
}
