package org.chengshu.core.backup.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.chengshu.core.backup.BackupPlace;
import org.chengshu.core.backup.BackupReason;
import org.chengshu.core.jobs.RecurringJob;
import org.chengshu.core.settings.Settings;
import org.chengshu.kernel.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class BackupConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(BackupConfiguration.class);
    private static final Duration LOOK = Duration.ofMinutes(1);

    @Bean
    BackupTerms backupTerms(Settings settings) {
        return new BackupTerms(
                new BackupPlace(settings.get(BackupSettings.FOLDER)),
                settings.get(BackupSettings.EVERY),
                settings.get(BackupSettings.KEEP),
                settings.get(BackupSettings.POINT_IN_TIME),
                settings.get(BackupSettings.LOG_EVERY),
                settings.get(BackupSettings.BEFORE_UPGRADE));
    }

    @Bean
    RecurringJob scheduledBackups(BackupDesk desk, BackupTerms terms, Clock clock) {
        return new RecurringJob("core.scheduled-backups", Text.of("按计划备份", "Backups by schedule"), LOOK, () -> {
            if (desk.isDue(terms.every(), clock.instant())) {
                Instant begun = clock.instant();
                LOG.info(
                        "scheduled backup {} made in {} s",
                        desk.make(BackupReason.SCHEDULED, java.util.Optional.empty(), bytes -> {})
                                .manifest()
                                .id(),
                        Duration.between(begun, clock.instant()).toSeconds());
            }
        });
    }
}
