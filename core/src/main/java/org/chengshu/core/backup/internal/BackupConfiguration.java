package org.chengshu.core.backup.internal;

import java.time.Duration;
import org.chengshu.core.backup.BackupPlace;
import org.chengshu.core.settings.CitySettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class BackupConfiguration {
    @Bean
    BackupTerms backupTerms(CitySettings city) {
        return new BackupTerms(
                new BackupPlace(city.dataFolder().resolve("backups")),
                Duration.ZERO,
                7,
                true,
                Duration.ofMinutes(1),
                true);
    }
}
