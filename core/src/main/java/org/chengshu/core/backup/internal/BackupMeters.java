package org.chengshu.core.backup.internal;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** How old the newest backup is, for those who want to be woken when nobody makes one any more. */
@Component
final class BackupMeters implements MeterBinder {
    private static final Duration REMEMBERED = Duration.ofMinutes(1);

    private final BackupDesk desk;
    private final Clock clock;
    private volatile double newest = Double.NaN;
    private volatile Instant readAt = Instant.EPOCH;

    BackupMeters(BackupDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("chengshu.backup.newest", this::newest)
                .baseUnit("seconds")
                .description("When the newest backup ended, in seconds since 1970; NaN when there is none")
                .register(registry);
    }

    private double newest() {
        Instant now = clock.instant();
        if (Duration.between(readAt, now).compareTo(REMEMBERED) > 0) {
            readAt = now;
            newest = desk.list().stream()
                    .findFirst()
                    .map(backup -> (double) backup.manifest().endedAt().getEpochSecond())
                    .orElse(Double.NaN);
        }
        return newest;
    }
}
