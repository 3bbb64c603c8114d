package org.chengshu.core.metrics.internal;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.function.ToDoubleFunction;
import org.chengshu.core.settings.CitySettings;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Queues and sizes as numbers. They are read from the database four times a minute, not when somebody asks, so a
 * collector that comes often costs nothing, and one that comes while the database is away is answered at once.
 */
@Component
final class QueueMeters implements SmartLifecycle {
    private static final Duration PAUSE = Duration.ofSeconds(15);
    private static final Logger LOG = LoggerFactory.getLogger(QueueMeters.class);

    private final DSLContext sql;
    private final boolean embedded;
    private volatile DatabaseCounts counts = DatabaseCounts.NONE;
    private volatile Thread thread;

    QueueMeters(DSLContext sql, CitySettings city, MeterRegistry registry) {
        this.sql = sql;
        this.embedded = city.databaseUrl().isEmpty();
        gauge(registry, "chengshu.jobs.running", "Long jobs that run, on all nodes", DatabaseCounts::jobsRunning);
        gauge(registry, "chengshu.jobs.waiting", "Long jobs that wait to be run", DatabaseCounts::jobsWaiting);
        gauge(registry, "chengshu.jobs.failed", "Long jobs that failed in the last day", DatabaseCounts::jobsFailed);
        gauge(
                registry,
                "chengshu.jobs.recurring.failing",
                "Recurring jobs whose last run failed",
                DatabaseCounts::recurringFailing);
        seconds(
                registry,
                "chengshu.jobs.oldest",
                "How long the first waiting job waits",
                DatabaseCounts::oldestJobSeconds);
        seconds(
                registry,
                "chengshu.events.oldest",
                "How long the first event waits",
                DatabaseCounts::oldestEventSeconds);
        Gauge.builder("chengshu.database.size", () -> counts.databaseBytes())
                .baseUnit("bytes")
                .description("Size of the database")
                .register(registry);
        gauge(
                registry,
                "chengshu.log.archive.waiting",
                "Pieces of the database's log that wait for their archive",
                DatabaseCounts::archiveWaiting);
        gauge(
                registry,
                "chengshu.log.archive.failed",
                "Failed tries to archive a piece since the database was made",
                DatabaseCounts::archiveFailed);
    }

    private void gauge(MeterRegistry registry, String name, String words, ToDoubleFunction<DatabaseCounts> value) {
        Gauge.builder(name, () -> value.applyAsDouble(counts))
                .description(words)
                .register(registry);
    }

    private void seconds(MeterRegistry registry, String name, String words, ToDoubleFunction<DatabaseCounts> value) {
        Gauge.builder(name, () -> value.applyAsDouble(counts))
                .baseUnit("seconds")
                .description(words)
                .register(registry);
    }

    @Override
    public void start() {
        thread = Thread.ofVirtual().name("queue-meters").unstarted(this::watch);
        thread.start();
    }

    private void watch() {
        try {
            while (thread != null) {
                read();
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void read() {
        try {
            counts = DatabaseCounts.read(sql, embedded);
        } catch (RuntimeException e) {
            LOG.debug("the counts cannot be read now: {}", e.toString());
        }
    }

    @Override
    public void stop() {
        Thread last = thread;
        thread = null;
        if (last != null) {
            last.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
