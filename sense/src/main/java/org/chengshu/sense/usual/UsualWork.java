package org.chengshu.sense.usual;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.chengshu.sense.device.DeviceRegistry;
import org.chengshu.sense.device.KnownDevice;
import org.chengshu.sense.device.SeriesRef;
import org.chengshu.sense.rulebook.RuleBook;
import org.chengshu.sense.rulebook.UsualBook;
import org.chengshu.sense.rules.Baseline;
import org.chengshu.sense.rules.RuleMachine;
import org.chengshu.sense.rules.Usual;
import org.chengshu.sense.store.Bucket;
import org.chengshu.sense.store.ReadingStore;
import org.springframework.stereotype.Component;

/** Works out, from the hours of the past weeks, what is usual in the hour before, this one and the next. */
@Component
final class UsualWork {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int HOURS_BACK = 7 * 24 * Baseline.WEEKS + 1;

    private final RuleBook rules;
    private final DeviceRegistry registry;
    private final ReadingStore readings;
    private final UsualBook book;
    private final Clock clock;
    private volatile long stamp;
    private volatile long done;

    UsualWork(RuleBook rules, DeviceRegistry registry, ReadingStore readings, UsualBook book, Clock clock) {
        this.rules = rules;
        this.registry = registry;
        this.readings = readings;
        this.book = book;
        this.clock = clock;
    }

    /** Once an hour, and when other rules came. */
    void work() {
        long hour = Baseline.hour(clock.instant());
        long now = rules.stamp();
        if (hour == done && now == stamp) {
            return;
        }
        Map<UsualBook.Key, Usual.Band> bands = new HashMap<>();
        for (KnownDevice device : registry.all()) {
            RuleMachine machine = rules.machine(device.product());
            if (machine.asksUsual()) {
                machine.usualProperties().forEach(property -> add(bands, device, property, hour));
            }
        }
        book.replace(bands);
        done = hour;
        stamp = now;
    }

    private void add(Map<UsualBook.Key, Usual.Band> bands, KnownDevice device, String property, long hour) {
        SeriesRef series = device.series().get(property);
        if (series == null) {
            return;
        }
        Map<Long, Double> means = means(series.id(), hour);
        for (long one = hour - 1; one <= hour + 1; one++) {
            UsualBook.Key key = new UsualBook.Key(device.id(), property, one);
            Baseline.of(one, past -> Optional.ofNullable(means.get(past))).ifPresent(band -> bands.put(key, band));
        }
    }

    private Map<Long, Double> means(int series, long hour) {
        Instant from = Instant.ofEpochSecond((hour - HOURS_BACK) * HOUR.toSeconds());
        Instant to = Instant.ofEpochSecond(hour * HOUR.toSeconds());
        Map<Long, Double> means = new HashMap<>();
        for (Bucket bucket :
                readings.buckets(series, new ReadingStore.Span(from, to, HOUR), Instant.EPOCH, HOURS_BACK + 1)) {
            means.put(Baseline.hour(bucket.time()), bucket.avg());
        }
        return means;
    }
}
