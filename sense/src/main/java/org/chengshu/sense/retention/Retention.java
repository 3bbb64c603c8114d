package org.chengshu.sense.retention;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.chengshu.core.jobs.RecurringJob;
import org.chengshu.core.settings.CitySettings;
import org.chengshu.kernel.Text;
import org.chengshu.sense.store.ReadingStore;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Drops readings and rollups that their product no longer keeps, once an hour, a thousand series at a time. */
@Configuration(proxyBeanMethods = false)
class Retention {
    private static final Duration EVERY = Duration.ofHours(1);
    private static final int SERIES_AT_ONCE = 1_000;
    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

    private final DSLContext db;
    private final ReadingStore readings;
    private final JsonMapper json;
    private final Clock clock;
    private final CitySettings settings;

    Retention(DSLContext db, ReadingStore readings, JsonMapper json, Clock clock, CitySettings settings) {
        this.db = db;
        this.readings = readings;
        this.json = json;
        this.clock = clock;
        this.settings = settings;
    }

    @Bean
    RecurringJob retentionJob() {
        return new RecurringJob(
                "sense.retention", Text.of("清理过期读数", "Drop readings past their time"), EVERY, this::run);
    }

    void run() {
        keeps().forEach(this::drop);
    }

    /** By product, for those that say it. */
    Map<String, Keep> keeps() {
        Map<String, Keep> keeps = new TreeMap<>();
        db.fetch("select id, body -> 'keep' as keep from cs_sense.product where body -> 'keep' is not null")
                .forEach(row -> keeps.put(
                        row.get("id", String.class), Keep.read(json.readTree(row.get("keep", String.class)))));
        return keeps;
    }

    private void drop(String product, Keep keep) {
        List<Integer> series = db.fetch("""
                        select s.id from cs_sense.series s join cs_sense.device d on d.id = s.device
                        where d.product = ? order by s.id""", product).map(row -> row.get(0, Integer.class));
        LocalDate today = LocalDate.ofInstant(clock.instant(), settings.zone());
        long raw = drop(series, keep.raw(), today, readings::dropReadings);
        long hours = drop(series, keep.hour(), today, readings::dropHours);
        long days = drop(
                series,
                keep.day(),
                today,
                (some, before) -> readings.dropDays(some, LocalDate.ofInstant(before, settings.zone())));
        if (raw + hours + days > 0) {
            LOG.info("dropped {} readings, {} hours, {} days of {} that are no longer kept", raw, hours, days, product);
        }
    }

    @FunctionalInterface
    private interface Drop {
        long drop(List<Integer> series, Instant before);
    }

    private long drop(List<Integer> series, Optional<Period> kept, LocalDate today, Drop drop) {
        if (kept.isEmpty()) {
            return 0;
        }
        Instant cut = Keep.cut(kept.get(), today, settings.zone());
        long dropped = 0;
        for (int at = 0; at < series.size(); at += SERIES_AT_ONCE) {
            dropped += drop.drop(series.subList(at, Math.min(series.size(), at + SERIES_AT_ONCE)), cut);
        }
        return dropped;
    }
}
