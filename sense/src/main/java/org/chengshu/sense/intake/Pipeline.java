package org.chengshu.sense.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.chengshu.core.disk.DiskSpace;
import org.chengshu.kernel.Fault;
import org.chengshu.sense.Delivery;
import org.chengshu.sense.Intake;
import org.chengshu.sense.Receipt;
import org.chengshu.sense.SenseError;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * A bounded queue and one writer that commits what has gathered as soon as its last commit returned. A batch that fails is
 * tried message by message, so that one that cannot be stored is refused alone.
 */
@Component
final class Pipeline implements Intake, SmartLifecycle {
    static final int MOST_MESSAGES = 20_000;
    static final int MOST_VALUES = 200_000;
    private static final int BATCH_MESSAGES = 5_000;
    private static final int BATCH_VALUES = 30_000;
    private static final Duration COME_BACK = Duration.ofSeconds(1);
    private static final Duration COME_BACK_WHEN_THERE_IS_ROOM = Duration.ofSeconds(15);
    private static final Duration LAST_WORK = Duration.ofSeconds(20);
    private static final Logger LOG = LoggerFactory.getLogger(Pipeline.class);

    private final Writer writer;
    private final DiskSpace disk;
    private final IntakeMeters meters;
    private final BlockingQueue<Pending> queue = new ArrayBlockingQueue<>(MOST_MESSAGES);
    private final AtomicInteger waiting = new AtomicInteger();
    private volatile Thread thread;
    private volatile boolean open;

    Pipeline(Writer writer, DiskSpace disk, IntakeMeters meters) {
        this.writer = writer;
        this.disk = disk;
        this.meters = meters;
        meters.watch(this::waitingMessages, waiting::get, this::oldestWaits);
    }

    @Override
    public Answer offer(Delivery delivery) {
        int values = Math.max(1, delivery.values());
        if (!disk.takesIn()) {
            return busy(delivery, COME_BACK_WHEN_THERE_IS_ROOM);
        }
        if (!open || waiting.get() > MOST_VALUES) {
            return busy(delivery, COME_BACK);
        }
        Pending pending = new Pending(delivery, values, new CompletableFuture<>());
        waiting.addAndGet(values);
        if (!queue.offer(pending)) {
            waiting.addAndGet(-values);
            return busy(delivery, COME_BACK);
        }
        return new Taken(pending.receipt());
    }

    private Busy busy(Delivery delivery, Duration comeBack) {
        meters.busy(delivery.door());
        return new Busy(comeBack);
    }

    int waitingMessages() {
        return queue.size();
    }

    /** How long the delivery that is next has waited. */
    Duration oldestWaits(Instant now) {
        Pending next = queue.peek();
        return next == null ? Duration.ZERO : Duration.between(next.delivery().received(), now);
    }

    boolean isWriting() {
        Thread running = thread;
        return running != null && running.isAlive();
    }

    private void run() {
        try {
            while (open || !queue.isEmpty()) {
                Pending first = queue.poll(100, TimeUnit.MILLISECONDS);
                if (first != null) {
                    write(gather(first));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Pending> gather(Pending first) {
        List<Pending> batch = new ArrayList<>();
        int values = 0;
        Pending next = first;
        while (next != null) {
            batch.add(next);
            values += next.values();
            waiting.addAndGet(-next.values());
            next = batch.size() < BATCH_MESSAGES && values < BATCH_VALUES ? queue.poll() : null;
        }
        return batch;
    }

    private void write(List<Pending> batch) throws InterruptedException {
        Patience patience = new Patience();
        while (true) {
            try {
                long begun = System.nanoTime();
                List<Receipt> receipts =
                        writer.write(batch.stream().map(Pending::delivery).toList());
                meters.committed(batch, receipts, System.nanoTime() - begun);
                for (int i = 0; i < batch.size(); i++) {
                    batch.get(i).receipt().complete(receipts.get(i));
                }
                return;
            } catch (RuntimeException e) {
                if (!Patience.isPassing(e)) {
                    writeOneByOne(batch, e);
                    return;
                }
                if (!open || !patience.waitAfter(e)) {
                    giveUp(batch, e);
                    return;
                }
            }
        }
    }

    private void writeOneByOne(List<Pending> batch, RuntimeException cause) throws InterruptedException {
        if (batch.size() > 1) {
            LOG.warn("a batch of {} messages failed, trying each: {}", batch.size(), cause.getMessage());
            for (Pending one : batch) {
                write(List.of(one));
            }
            return;
        }
        LOG.warn("a message cannot be stored", cause);
        Pending one = batch.getFirst();
        try {
            Receipt refused = writer.refuse(one.delivery(), String.valueOf(cause.getMessage()));
            meters.committed(batch, List.of(refused), 0);
            one.receipt().complete(refused);
        } catch (RuntimeException e) {
            giveUp(batch, e);
        }
    }

    private static void giveUp(List<Pending> batch, RuntimeException cause) {
        if (batch.isEmpty()) {
            return;
        }
        LOG.warn("{} messages were not stored and are not acknowledged: {}", batch.size(), cause.getMessage());
        Fault fault = new Fault(SenseError.INTAKE_UNAVAILABLE, "it could not be stored now", cause);
        batch.forEach(pending -> pending.receipt().completeExceptionally(fault));
    }

    @Override
    public void start() {
        open = true;
        thread = Thread.ofPlatform().name("intake").start(this::run);
    }

    @Override
    public void stop() {
        open = false;
        Thread running = thread;
        try {
            if (running != null && !running.join(LAST_WORK)) {
                running.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        List<Pending> left = new ArrayList<>();
        queue.drainTo(left);
        giveUp(left, new Fault(SenseError.INTAKE_UNAVAILABLE, "the platform stops"));
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
