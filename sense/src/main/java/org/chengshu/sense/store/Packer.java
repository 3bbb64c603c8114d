package org.chengshu.sense.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.chengshu.core.db.Transactions;
import org.chengshu.core.settings.Settings;
import org.chengshu.sense.codec.Chunk;
import org.chengshu.sense.codec.ChunkHead;
import org.chengshu.sense.codec.Columns;
import org.chengshu.sense.codec.Folding;
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
    private static final int SERIES_AT_ONCE = 1_000;
    private static final Logger LOG = LoggerFactory.getLogger(Packer.class);

    private final Tails tails;
    private final BlockTable blocks;
    private final ChunkTable chunks;
    private final RollupTable rollups;
    private final DayTable days;
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

    private synchronized boolean makeDays() {
        return days.make();
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

    /** It is left to the server's own vacuum when it cannot be done now. */
    private void tidy() {
        try {
            blocks.tidy();
        } catch (DataAccessException e) {
            LOG.debug("the log of readings was not tidied: {}", e.getMessage());
        }
    }

    private void fold(List<SeriesState> states) {
        List<SeriesState> series = List.copyOf(states);
        List<Columns> points = series.stream().map(SeriesState::tail).toList();
        Draft draft = draft(series, points);
        transactions.run(() -> {
            chunks.replace(draft.former, draft.chunks);
            rollups.knowLatest(series, points);
        });
        for (int i = 0; i < series.size(); i++) {
            tails.packed(series.get(i), points.get(i));
        }
    }

    /** Which chunks take the place of which. */
    private record Draft(List<ChunkHead> former, List<Chunk> chunks) {}

    private record Wish(Columns points, List<Folding.Piece> pieces) {}

    private Draft draft(List<SeriesState> series, List<Columns> points) {
        List<ChunkTable.Want> wants = new ArrayList<>();
        List<Columns> months = new ArrayList<>();
        for (int i = 0; i < series.size(); i++) {
            for (Columns month : Folding.months(points.get(i))) {
                months.add(month);
                wants.add(new ChunkTable.Want(series.get(i).series(), month.micros(0), month.micros(month.size() - 1)));
            }
        }
        List<List<ChunkHead>> heads = chunks.heads(wants);
        List<Wish> wishes = new ArrayList<>();
        Set<ChunkHead> merged = new HashSet<>();
        for (int i = 0; i < wants.size(); i++) {
            List<Folding.Piece> pieces = Folding.plan(ofTheMonth(heads.get(i), wants.get(i)), months.get(i));
            pieces.forEach(piece -> merged.addAll(piece.merged()));
            wishes.add(new Wish(months.get(i), pieces));
        }
        List<ChunkHead> former = List.copyOf(merged);
        Map<ChunkHead, Columns> bodies = new HashMap<>(chunks.bodies(former));
        List<Chunk> packed = new ArrayList<>();
        for (int i = 0; i < wishes.size(); i++) {
            int id = wants.get(i).series();
            Wish wish = wishes.get(i);
            wish.pieces().forEach(piece -> packed.addAll(Folding.pack(id, unite(piece, wish.points(), bodies))));
        }
        return new Draft(former, packed);
    }

    private static List<ChunkHead> ofTheMonth(List<ChunkHead> heads, ChunkTable.Want want) {
        long begin = Folding.month(want.from());
        long end = Folding.nextMonth(want.from());
        return heads.stream()
                .filter(head -> head.first() >= begin && head.first() < end)
                .toList();
    }

    private static Columns unite(Folding.Piece piece, Columns points, Map<ChunkHead, Columns> bodies) {
        Columns before = new Columns(1);
        piece.merged().forEach(head -> {
            Columns body = bodies.get(head);
            before.addFrom(body, 0, body.size());
        });
        return Columns.union(before, points.slice(piece.from(), piece.to()));
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
