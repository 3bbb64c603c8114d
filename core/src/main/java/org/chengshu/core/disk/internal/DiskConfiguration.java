package org.chengshu.core.disk.internal;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.nio.file.FileStore;
import java.nio.file.Files;
import org.chengshu.core.settings.CitySettings;
import org.chengshu.core.settings.Settings;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DiskConfiguration {
    @Bean
    @ConditionalOnMissingBean
    FreeSpace.Probe freeSpace(CitySettings city) {
        return () -> {
            FileStore store = Files.getFileStore(city.dataFolder());
            return new FreeSpace(store.getUsableSpace(), store.getTotalSpace());
        };
    }

    @Bean
    DiskWatch diskWatch(FreeSpace.Probe probe, Settings settings) {
        return new DiskWatch(
                probe,
                new DiskLimits(
                        settings.get(DiskSettings.WARN),
                        settings.get(DiskSettings.WARN_PERCENT),
                        settings.get(DiskSettings.STOP),
                        settings.get(DiskSettings.STOP_PERCENT)));
    }

    @Bean
    MeterBinder diskMeters(DiskWatch watch) {
        return registry -> {
            Gauge.builder("chengshu.disk.free", () -> watch.seen().free())
                    .baseUnit("bytes")
                    .description("Free on the disk of the data folder")
                    .register(registry);
            Gauge.builder("chengshu.disk.total", () -> watch.seen().total())
                    .baseUnit("bytes")
                    .description("Size of the disk of the data folder")
                    .register(registry);
            Gauge.builder("chengshu.disk.stopped", () -> watch.takesIn() ? 0 : 1)
                    .description("1 while no data is taken in because the disk is nearly full")
                    .register(registry);
        };
    }
}
