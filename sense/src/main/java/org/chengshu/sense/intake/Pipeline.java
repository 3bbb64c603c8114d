package org.chengshu.sense.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.chengshu.core.disk.DiskSpace;
import org.chengshu.sense.Delivery;
import org.chengshu.sense.Intake;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** A few lanes, each with a queue and a writer of its own; what comes over one connection stays on one lane, in order. */
@Component
final class Pipeline implements Intake, SmartLifecycle {
    /** Half of the processors judge, the others read, answer and store; two lanes are best for two of them as well. */
    static final int LANES = Math.clamp(Runtime.getRuntime().availableProcessors() / 2, 2, 8);

    static final int MOST_MESSAGES = 60_000;
    static final int MOST_VALUES = 200_000;
    private static final Duration COME_BACK = Duration.ofSeconds(1);
    private static final Duration COME_BACK_WHEN_THERE_IS_ROOM = Duration.ofSeconds(15);

    private final DiskSpace disk;
    private final IntakeMeters meters;
    private final List<Lane> lanes;
    private volatile boolean open;

    Pipeline(Writer writer, DiskSpace disk, IntakeMeters meters) {
        this.disk = disk;
        this.meters = meters;
        this.lanes = IntStream.range(0, LANES)
                .mapToObj(number -> new Lane(number, writer, meters, MOST_MESSAGES / LANES, MOST_VALUES / LANES))
                .toList();
        meters.watch(
                this::waitingMessages,
                () -> lanes.stream().mapToInt(Lane::waitingValues).sum(),
                this::oldestWaits);
    }

    @Override
    public Answer offer(Delivery delivery) {
        if (!disk.takesIn()) {
            return busy(delivery, COME_BACK_WHEN_THERE_IS_ROOM);
        }
        Pending pending = new Pending(delivery, Math.max(1, delivery.values()), new CompletableFuture<>());
        Lane lane = lanes.get(Math.floorMod(delivery.lane(), LANES));
        return lane.offer(pending) ? new Taken(pending.receipt()) : busy(delivery, COME_BACK);
    }

    private Busy busy(Delivery delivery, Duration comeBack) {
        meters.busy(delivery.door());
        return new Busy(comeBack);
    }

    int waitingMessages() {
        return lanes.stream().mapToInt(Lane::waitingMessages).sum();
    }

    /** How long the delivery that has waited longest has waited. */
    Duration oldestWaits(Instant now) {
        return lanes.stream()
                .map(lane -> lane.oldestWaits(now))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    boolean isWriting() {
        return lanes.stream().allMatch(Lane::isWriting);
    }

    @Override
    public void start() {
        lanes.forEach(Lane::start);
        open = true;
    }

    @Override
    public void stop() {
        open = false;
        lanes.forEach(Lane::shut);
        lanes.forEach(Lane::end);
    }

    /** Before the doors open and after they are shut. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public boolean isRunning() {
        return open;
    }
}
