package org.chengshu.sense.derived;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.jobs.JobRun;
import org.chengshu.kernel.Text;
import org.chengshu.sense.codec.Micros;
import org.chengshu.sense.device.DeviceRegistry;
import org.chengshu.sense.device.KnownDevice;
import org.chengshu.sense.device.SeriesRef;
import org.chengshu.sense.state.DeviceLocks;
import org.chengshu.sense.store.Fresh;
import org.chengshu.sense.store.Point;
import org.chengshu.sense.store.ReadingRows;
import org.chengshu.sense.store.ReadingStore;
import org.chengshu.wire.Observation;
import org.chengshu.wire.Value;
import org.springframework.stereotype.Component;

/**
 * Works a derived series out for what was stored before it was declared. Values that are there already stand, so that it may
 * be run again at any time; nothing of it is judged.
 */
@Component
final class BackFill {
    private static final Duration PIECE = Duration.ofDays(1);
    private static final Duration FURTHEST = Duration.ofDays(3_660);
    private static final Duration ROOM_WITHIN = Duration.ofMinutes(5);
    private static final int MOST_A_PIECE = 1_000_000;

    private final DeviceRegistry registry;
    private final ReadingStore readings;
    private final DeviceLocks locks;
    private final Transactions transactions;
    private final Clock clock;

    BackFill(
            DeviceRegistry registry, ReadingStore readings, DeviceLocks locks, Transactions transactions, Clock clock) {
        this.registry = registry;
        this.readings = readings;
        this.locks = locks;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What a job is given. */
    record Input(String derived) {}

    /** What came of it. */
    record Report(int devices, long written) {}

    Report run(Derivation derivation, String product, JobRun run) throws InterruptedException {
        List<KnownDevice> devices = registry.all().stream()
                .filter(device -> device.product().id().equals(product))
                .toList();
        long written = 0;
        int done = 0;
        for (KnownDevice device : devices) {
            if (run.cancelled()) {
                break;
            }
            written += fill(derivation, device, run);
            run.at(++done, devices.size(), Text.of("回填 " + device.code(), "Filling " + device.code()));
        }
        return new Report(done, written);
    }

    private long fill(Derivation derivation, KnownDevice device, JobRun run) throws InterruptedException {
        SeriesRef target = device.series().get(derivation.property());
        long written = 0;
        if (target == null) {
            return written;
        }
        Map<String, Past> pasts = new HashMap<>();
        Instant now = clock.instant();
        for (Instant start = begin(derivation, device, now); start.isBefore(now) && !run.cancelled(); ) {
            Instant end = start.plus(PIECE);
            written += write(device, derive(derivation, device, target, start, end, pasts));
            start = end;
        }
        return written;
    }

    /** The day of the oldest reading of any source. */
    private Instant begin(Derivation derivation, KnownDevice device, Instant now) {
        Instant oldest = now;
        for (String source : derivation.sources()) {
            SeriesRef series = device.series().get(source);
            if (series != null) {
                ReadingStore.Span all = new ReadingStore.Span(now.minus(FURTHEST), now, PIECE);
                Instant first = readings.buckets(series.id(), all, Instant.EPOCH, (int) FURTHEST.toDays() + 1).stream()
                        .map(bucket -> bucket.time())
                        .findFirst()
                        .orElse(now);
                oldest = first.isBefore(oldest) ? first : oldest;
            }
        }
        return oldest;
    }

    private ReadingRows derive(
            Derivation derivation,
            KnownDevice device,
            SeriesRef target,
            Instant start,
            Instant end,
            Map<String, Past> pasts) {
        NavigableMap<Instant, Map<String, Value>> moments = new TreeMap<>();
        for (String source : derivation.sources()) {
            SeriesRef series = device.series().get(source);
            if (series != null) {
                for (Point point : readings.points(series.id(), start, end, MOST_A_PIECE)) {
                    moments.computeIfAbsent(point.time(), time -> new TreeMap<>())
                            .put(source, point.value());
                }
            }
        }
        ReadingRows rows = new ReadingRows();
        moments.forEach((time, values) -> {
            Observation seen = Observation.of(time, values);
            OptionalDouble number = derivation.of(seen, window -> window.of(past(window, seen, pasts)));
            Derivations.inRange(device.product(), derivation.property(), number)
                    .ifPresent(value -> rows.addNumber(target.id(), Micros.of(time), value));
        });
        return rows;
    }

    private static NavigableMap<Long, Double> past(Window window, Observation seen, Map<String, Past> pasts) {
        Past past = pasts.computeIfAbsent(window.property() + "/" + window.over(), key -> new Past());
        long micros = Micros.of(seen.time());
        seen.find(window.property()).ifPresent(value -> {
            if (value instanceof Value.Num(double number)) {
                past.put(micros, number, window.micros());
            }
        });
        return past.within(micros, window.micros());
    }

    private long write(KnownDevice device, ReadingRows rows) throws InterruptedException {
        if (rows.size() == 0) {
            return 0;
        }
        if (!readings.awaitRoom(ROOM_WITHIN)) {
            throw new IllegalStateException("packing readings is behind");
        }
        BitSet one = new BitSet();
        one.set(device.id());
        try (DeviceLocks.Held _ = locks.take(one)) {
            Fresh fresh = readings.sift(rows);
            if (!fresh.isEmpty()) {
                transactions.run(() -> readings.write(fresh));
                readings.publish(fresh);
            }
            return fresh.size();
        }
    }
}
