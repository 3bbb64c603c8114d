package org.chengshu.sense.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.chengshu.kernel.Fault;
import org.chengshu.sense.Delivery;
import org.chengshu.sense.Receipt;
import org.chengshu.sense.SenseError;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A bounded queue and its one writer, which commits what has gathered as soon as its last commit returned. When more has
 * gathered than makes a batch the senders take turns. A batch that fails is tried message by message, so that one that cannot
 * be stored is refused alone.
 */
final class Lane {
    private static final int BATCH_MESSAGES = 10_000;
    private static final int BATCH_VALUES = 20_000;
    private static final long FIRST_PAUSE_MS = 100;
    private static final long LONGEST_PAUSE_MS = 1_000;
    private static final Duration LAST_WORK = Duration.ofSeconds(20);
    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);

    private final int number;
    private final Writer writer;
    private final IntakeMeters meters;
    private final int mostMessages;
    private final int mostValues;
    private final BlockingQueue<Pending> queue = new LinkedBlockingQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicInteger waitingMessages = new AtomicInteger();
    /** What has left the queue and not had its turn; the writer's alone. */
    private final Turns turns = new Turns();

    private volatile Thread thread;
    private volatile boolean open;
    private volatile boolean away;
    private volatile Pending inHand;

    Lane(int number, Writer writer, IntakeMeters meters, int mostMessages, int mostValues) {
        this.number = number;
        this.writer = writer;
        this.meters = meters;
        this.mostMessages = mostMessages;
        this.mostValues = mostValues;
    }

    /** False when too much waits already. */
    boolean offer(Pending pending) {
        if (!open || away || waiting.get() > mostValues || waitingMessages.get() >= mostMessages) {
            return false;
        }
        waiting.addAndGet(pending.values());
        waitingMessages.incrementAndGet();
        return queue.add(pending);
    }

    int waitingMessages() {
        return waitingMessages.get();
    }

    int waitingValues() {
        return waiting.get();
    }

    /** How long the delivery that is next has waited. */
    Duration oldestWaits(Instant now) {
        Pending next = inHand;
        next = next == null ? queue.peek() : next;
        return next == null ? Duration.ZERO : Duration.between(next.delivery().received(), now);
    }

    boolean isWriting() {
        Thread running = thread;
        return running != null && running.isAlive();
    }

    void start() {
        open = true;
        thread = Thread.ofPlatform().name("intake-" + number).start(this::run);
    }

    void shut() {
        open = false;
    }

    /** Waits for the writer to finish what was taken; call it after {@link #shut}. */
    void end() {
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
        giveUp(left, stopping());
    }

    private static Fault stopping() {
        return new Fault(SenseError.INTAKE_UNAVAILABLE, "the platform stops");
    }

    private void run() {
        try {
            while (open || !queue.isEmpty() || !turns.isEmpty()) {
                List<Pending> batch = gather();
                if (!batch.isEmpty()) {
                    inHand = batch.getFirst();
                    write(batch);
                    inHand = null;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            giveUp(turns.take(Integer.MAX_VALUE, Integer.MAX_VALUE), stopping());
        }
    }

    /** All that waits, or as much as makes a batch, of all senders by turns; empty when nothing came for a while. */
    private List<Pending> gather() throws InterruptedException {
        List<Pending> batch = new ArrayList<>();
        if (turns.isEmpty() && queue.isEmpty()) {
            Pending first = queue.poll(100, TimeUnit.MILLISECONDS);
            if (first == null) {
                return batch;
            }
            batch.add(first);
        }
        queue.drainTo(batch);
        int values = values(batch);
        if (!turns.isEmpty() || batch.size() > BATCH_MESSAGES || values > BATCH_VALUES) {
            turns.add(batch);
            batch = turns.take(BATCH_MESSAGES, BATCH_VALUES);
            values = values(batch);
        }
        waiting.addAndGet(-values);
        waitingMessages.addAndGet(-batch.size());
        return batch;
    }

    private static int values(List<Pending> batch) {
        int values = 0;
        for (Pending one : batch) {
            values += one.values();
        }
        return values;
    }

    private void write(List<Pending> batch) throws InterruptedException {
        List<Delivery> deliveries = batch.stream().map(Pending::delivery).toList();
        long pause = FIRST_PAUSE_MS;
        while (true) {
            try {
                long begun = System.nanoTime();
                List<Receipt> receipts = writer.write(number, deliveries);
                meters.committed(batch, receipts, System.nanoTime() - begun);
                away = false;
                for (int i = 0; i < batch.size(); i++) {
                    batch.get(i).receipt().complete(receipts.get(i));
                }
                return;
            } catch (RuntimeException e) {
                if (!Patience.isPassing(e)) {
                    writeOneByOne(batch, e);
                    return;
                }
                if (!open) {
                    giveUp(batch, e);
                    return;
                }
                pause = waitFor(pause, e);
            }
        }
    }

    /** What was taken is kept until the database is back; meanwhile nothing more is taken. */
    private long waitFor(long pause, RuntimeException cause) throws InterruptedException {
        if (!away && pause > FIRST_PAUSE_MS) {
            LOG.warn("lane {} waits for the database: {}", number, cause.getMessage());
            away = true;
        }
        TimeUnit.MILLISECONDS.sleep(pause);
        return Math.min(LONGEST_PAUSE_MS, pause * 2);
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
            Receipt refused = writer.refuse(number, one.delivery(), String.valueOf(cause.getMessage()));
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
}
