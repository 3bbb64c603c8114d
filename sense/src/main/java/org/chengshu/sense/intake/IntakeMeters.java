package org.chengshu.sense.intake;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.IntSupplier;
import org.chengshu.sense.Door;
import org.chengshu.sense.Receipt;
import org.springframework.stereotype.Component;

/** What the intake did since the node started, for whoever watches it: per door, and for the queue as a whole. */
@Component
final class IntakeMeters {
    private final MeterRegistry registry;
    private final Clock clock;
    private final Map<Door, OfDoor> doors = new EnumMap<>(Door.class);
    private final Timer commits;
    private final DistributionSummary batches;

    IntakeMeters(MeterRegistry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
        for (Door door : Door.values()) {
            doors.put(door, new OfDoor(registry, door));
        }
        commits = Timer.builder("chengshu.intake.commit")
                .description("Time to write and commit one batch")
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(1))
                .maximumExpectedValue(Duration.ofSeconds(10))
                .register(registry);
        batches = DistributionSummary.builder("chengshu.intake.batch")
                .description("Messages in one batch")
                .register(registry);
    }

    void watch(IntSupplier messages, IntSupplier values, Function<Instant, Duration> oldest) {
        Gauge.builder("chengshu.intake.queue.messages", messages::getAsInt)
                .description("Messages that wait for their commit")
                .register(registry);
        Gauge.builder("chengshu.intake.queue.values", values::getAsInt)
                .description("Values that wait for their commit")
                .register(registry);
        Gauge.builder("chengshu.intake.queue.age", () -> seconds(oldest.apply(clock.instant())))
                .baseUnit("seconds")
                .description("How long the message that is next has waited")
                .register(registry);
    }

    void busy(Door door) {
        doors.get(door).busy.increment();
    }

    void committed(List<Pending> batch, List<Receipt> receipts, long nanos) {
        Map<Door, Receipt> sums = new EnumMap<>(Door.class);
        for (int i = 0; i < batch.size(); i++) {
            sums.merge(batch.get(i).delivery().door(), receipts.get(i), Receipt::plus);
        }
        sums.forEach((door, sum) -> doors.get(door).add(sum));
        commits.record(nanos, TimeUnit.NANOSECONDS);
        batches.record(batch.size());
    }

    private static double seconds(Duration duration) {
        return Math.max(0, duration.toMillis() / 1_000.0);
    }

    private static final class OfDoor {
        private final Counter stored;
        private final Counter duplicate;
        private final Counter rejected;
        private final Counter busy;

        OfDoor(MeterRegistry registry, Door door) {
            String name = door.name().toLowerCase(Locale.ROOT).replace('_', '-');
            stored = values(registry, name, "stored");
            duplicate = values(registry, name, "duplicate");
            rejected = values(registry, name, "rejected");
            busy = Counter.builder("chengshu.intake.busy")
                    .description("Messages that were not taken because the queue or the disk was full")
                    .tag("door", name)
                    .register(registry);
        }

        private static Counter values(MeterRegistry registry, String door, String outcome) {
            return Counter.builder("chengshu.intake.values")
                    .description("Values received, by what became of them; the outcomes add up to what was received")
                    .tag("door", door)
                    .tag("outcome", outcome)
                    .register(registry);
        }

        void add(Receipt sum) {
            stored.increment(sum.stored());
            duplicate.increment(sum.duplicate());
            rejected.increment(sum.rejected());
        }
    }
}
