package org.chengshu.core.health.internal;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import org.chengshu.core.spi.HealthSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class HealthConfiguration {
    @Bean
    MeterBinder healthMeters(HealthWatch watch, List<HealthSource> sources) {
        return registry -> sources.forEach(source -> Gauge.builder(
                        "chengshu.health", () -> watch.state(source.name()).degree())
                .description("How a part of the node is: 0 ok, 1 warning, 2 down")
                .tag("part", source.name())
                .register(registry));
    }
}
