package org.chengshu.sense.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.settings.Settings;
import org.chengshu.sense.codec.Columns;
import org.jooq.exception.DataAccessException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Tells the hours every few seconds what came, and packs what is not packed yet when it has grown large or old. It may be
 * killed anywhere: packing unites points, and blocks are forgotten last.
 */
@Component
final class Packer implements SmartLifecycle {
    private static final Duration LOOK = Duration.ofMillis(250);
    private static final Duration FLUSH = Duration.ofSeconds(3);
    /** Telling the hours may take this part of the time at most. */
    private static final int FLUSH_SHARE = 15;

    private static final Duration LONGEST_FLUSH = Duration.ofMinutes(1);
    private static final Duration DAYS = Duration.ofMinutes(1);
    private static final Duration REST_AFTER_FAILURE = Duration.ofSeconds(2);
    private static final Duration LAST_WORK = Duration.ofSeconds(20);
    private static final int POINTS_AT_ONCE = 100_000;
    /** When no more than so many points came while all was packed. */
    private static final int CALM_POINTS = 20_000;

    private static final int SERIES_AT_ONCE = 1_000;
    private static final Logger LOG = LoggerFactory.getLogger(Packer.class);

    private final Tails tails;
    private final BlockTable blocks;
    private final ChunkTable chunks;
    private final RollupTable rollups;
    private final DayTable days;
    private final DaySums sums;
    private final Transactions transactions;
    private final Duration packAfter;
    private volatile Thread thread;
    private volatile boolean open;
    private long nextFlush = System.nanoTime();
    private long nextPack;
    private long nextDays = System.nanoTime();

    Packer(
            Tails tails,
            BlockTable blocks,
            ChunkTable chunks,
            RollupTable rollups,
            DayTable days,
            Transactions transactions,
            Settings settings) {
        this.tails = tails;
        this.blocks = blocks;
        this.chunks = chunks;
        this.rollups = rollups;
        this.days = days;
        this.sums = new DaySums(tails, chunks, rollups, days);
        this.transactions = transactions;
        this.packAfter = settings.get(StoreSettings.PACK_AFTER);
        this.nextPack = System.nanoTime() + packAfter.toNanos();
    }

    private void run() {
        while (open) {
            try {
                work();
                Thread.sleep(LOOK);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                LOG.warn("readings could not be packed, which is tried again: {}", e.getMessage());
                rest();
            }
        }
    }

    private static void rest() {
        try {
            Thread.sleep(REST_AFTER_FAILURE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        long now = System.nanoTime();
        if (now - nextFlush >= 0) {
            flush();
            long spent = System.nanoTime() - now;
            long pause = Math.clamp(spent * FLUSH_SHARE, FLUSH.toNanos(), LONGEST_FLUSH.toNanos());
            nextFlush = System.nanoTime() + pause;
        }
        if (now - nextDays >= 0) {
            nextDays = makeDays() ? now : now + DAYS.toNanos();
        }
        if (tails.isHalfFull() || now - nextPack >= 0) {
            pack();
            nextPack = System.nanoTime() + packAfter.toNanos();
        }
    }

    /** Makes days that are over; answers whether there may be more. */
    synchronized boolean makeDays() {
        return days.make(sums);
    }

    /** Brings the hours up to date. */
    synchronized void flush() {
        Tails.Epoch epoch = tails.startFlush();
        if (!epoch.isEmpty()) {
            Set<Long> due = transactions.call(() -> {
                // None is left to be marked when an earlier try was committed without its answer coming back.
                if (blocks.markRolled(epoch.blocks) == 0) {
                    return Set.of();
                }
                rollups.add(epoch.deltas.hours());
                return days.due(epoch.deltas.hours().keySet());
            });
            days.noted(due);
        }
        tails.flushed();
    }

    /** Packs all that is there, and forgets the blocks that it came from. */
    synchronized void pack() {
        flush();
        List<Long> done = tails.rolled();
        List<SeriesState> waiting = new ArrayList<>();
        int points = 0;
        for (SeriesState state : tails.withTail()) {
            waiting.add(state);
            points += state.tailSize();
            if (points >= POINTS_AT_ONCE || waiting.size() >= SERIES_AT_ONCE) {
                fold(waiting);
                waiting.clear();
                points = 0;
            }
        }
        if (!waiting.isEmpty()) {
            fold(waiting);
        }
        if (!done.isEmpty()) {
            transactions.run(() -> blocks.forget(done));
            tails.forgotten(done);
            tidy();
        }
    }

    /** Does something between two rounds, when all that was there is packed. */
    synchronized <T> T packed(Supplier<T> work) {
        pack();
        return work.get();
    }

    /** Does something between two rounds, when the hours know all that was there. */
    synchronized <T> T told(Supplier<T> work) {
        flush();
        return work.get();
    }

    /** It is left to the server's own vacuum when it cannot be done now. */
    private void tidy() {
        try {
            blocks.tidy(tails.points() < CALM_POINTS);
        } catch (DataAccessException e) {
            LOG.debug("the log of readings was not tidied: {}", e.getMessage());
        }
    }

    private void fold(List<SeriesState> states) {
        List<SeriesState> series = List.copyOf(states);
        List<Columns> points = series.stream().map(SeriesState::tail).toList();
        ChunkDraft draft = ChunkDraft.of(chunks, series, points, Columns::union);
        transactions.run(() -> {
            chunks.replace(draft.former(), draft.chunks());
            rollups.knowLatest(series, points);
        });
        for (int i = 0; i < series.size(); i++) {
            tails.packed(series.get(i), points.get(i));
        }
    }

    @Override
    public void start() {
        open = true;
        thread = Thread.ofPlatform().name("readings-packer").start(this::run);
    }

    @Override
    public void stop() {
        open = false;
        Thread running = thread;
        try {
            if (running != null && running.join(LAST_WORK)) {
                flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warn("the hours of the last readings are counted at the next start: {}", e.getMessage());
        }
    }

    /** Before the intake begins and after it has ended. */
    @Override
    public int getPhase() {
        return -10;
    }

    @Override
    public boolean isRunning() {
        return open;
    }
}
