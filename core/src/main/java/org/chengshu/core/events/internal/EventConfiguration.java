package org.chengshu.core.events.internal;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import org.chengshu.core.jobs.RecurringJob;
import org.chengshu.kernel.Text;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class EventConfiguration {
    private static final Duration KEPT = Duration.ofDays(7);

    @Bean
    RecurringJob purgeEvents(DeliveryStore store, Clock clock) {
        return new RecurringJob(
                "core.purge-events", Text.of("清理已送达的事件", "Clear away delivered events"), Duration.ofHours(1), () -> {
                    store.purge(clock.instant().minus(KEPT));
                });
    }

    @Bean
    MeterBinder eventMeters(Listeners listeners, DeliveryStore store) {
        return registry -> listeners.byName().keySet().forEach(name -> {
            Gauge.builder("chengshu.events.pending", () -> store.pending(name))
                    .description("Deliveries to be made, those that wait behind a failed one included")
                    .tag("listener", name)
                    .register(registry);
            Gauge.builder("chengshu.events.stuck", () -> store.stuck(name, Courier.STUCK_ATTEMPTS))
                    .description("Deliveries that failed at least " + Courier.STUCK_ATTEMPTS
                            + " times and hold up their key until they succeed")
                    .tag("listener", name)
                    .register(registry);
        });
    }
}
