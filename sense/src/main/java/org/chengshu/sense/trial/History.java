package org.chengshu.sense.trial;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.chengshu.sense.device.KnownDevice;
import org.chengshu.sense.device.SeriesRef;
import org.chengshu.sense.rules.Baseline;
import org.chengshu.sense.rules.Usual;
import org.chengshu.sense.store.Bucket;
import org.chengshu.sense.store.Point;
import org.chengshu.sense.store.ReadingStore;
import org.chengshu.wire.Observation;
import org.chengshu.wire.Value;

/** Tells the stored readings of a device again as the observations they were, in order of time. */
final class History {
    private static final Duration PIECE = Duration.ofDays(1);
    private static final int MOST_A_PIECE = 1_000_000;
    private static final Duration HOUR = Duration.ofHours(1);

    private final ReadingStore readings;

    History(ReadingStore readings) {
        this.readings = readings;
    }

    /** Only the properties wanted; answers how many observations there were. */
    long tell(KnownDevice device, Set<String> properties, Instant from, Instant to, Consumer<Observation> taker) {
        long told = 0;
        for (Instant start = from; start.isBefore(to); start = start.plus(PIECE)) {
            Instant end = start.plus(PIECE).isBefore(to) ? start.plus(PIECE) : to;
            NavigableMap<Instant, Map<String, Value>> moments = new TreeMap<>();
            for (String property : properties) {
                SeriesRef series = device.series().get(property);
                if (series != null) {
                    for (Point point : readings.points(series.id(), start, end, MOST_A_PIECE)) {
                        moments.computeIfAbsent(point.time(), time -> new HashMap<>())
                                .put(property, point.value());
                    }
                }
            }
            moments.forEach((time, values) -> taker.accept(Observation.of(time, values)));
            told += moments.size();
        }
        return told;
    }

    /** What was usual at each hour, by the weeks before it. */
    HourMeans means(KnownDevice device, Iterable<String> properties, Instant from, Instant to) {
        Map<String, Map<Long, Double>> means = new HashMap<>();
        Instant start = from.minus(Duration.ofDays(7L * Baseline.WEEKS + 1));
        for (String property : properties) {
            SeriesRef series = device.series().get(property);
            Map<Long, Double> hours = new HashMap<>();
            means.put(property, hours);
            if (series == null) {
                continue;
            }
            ReadingStore.Span span = new ReadingStore.Span(start, to, HOUR);
            int most = (int) Duration.between(start, to).toHours() + 2;
            for (Bucket bucket : readings.buckets(series.id(), span, Instant.EPOCH, most)) {
                hours.put(Baseline.hour(bucket.time()), bucket.avg());
            }
        }
        return new HourMeans(means);
    }

    /** Means of hours by property. */
    record HourMeans(Map<String, Map<Long, Double>> byProperty) {
        Usual at(Instant time) {
            long hour = Baseline.hour(time);
            return property -> Baseline.of(
                    hour,
                    one -> Optional.ofNullable(
                            byProperty.getOrDefault(property, Map.of()).get(one)));
        }
    }
}
