package org.chengshu.sense.store;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.chengshu.core.settings.Settings;
import org.chengshu.sense.codec.Columns;
import org.springframework.stereotype.Component;

/**
 * What is in memory of all series, and which blocks it came from. Publishers share the gate; whoever takes a set of blocks
 * away closes it for a moment, so that the set and what it brought belong together.
 */
@Component
final class Tails {
    /** What a point takes in memory, with the slack of its arrays. */
    private static final int BYTES_OF_A_POINT = 24;

    private static final int MANY = 5_000;
    private static final long MICROS = 1_000;

    private final RollupTable rollups;
    private final long most;
    private final SeriesTable table = new SeriesTable();
    private final ReadWriteLock gate = new ReentrantReadWriteLock();
    private final AtomicLong points = new AtomicLong();
    private final Object room = new Object();
    private final AtomicLong lastBlock;
    /** Guarded by the gate. */
    private Epoch epoch = new Epoch();

    private volatile Optional<Epoch> flushing = Optional.empty();
    private final Set<Long> rolled = ConcurrentHashMap.newKeySet();

    Tails(RollupTable rollups, BlockTable blocks, Clock clock, Settings settings) {
        this.rollups = rollups;
        this.most = settings.get(StoreSettings.TAIL) / BYTES_OF_A_POINT;
        // Counted on from the time, so that a block is never taken for one of another node or an earlier start.
        this.lastBlock = new AtomicLong(Math.max(clock.millis() * MICROS, blocks.newest()));
    }

    /** What was published since the hours were told last. */
    static final class Epoch {
        final HourDeltas deltas = new HourDeltas();
        final Collection<Long> blocks = new ConcurrentLinkedQueue<>();

        boolean isEmpty() {
            return blocks.isEmpty();
        }
    }

    long nextBlock() {
        return lastBlock.incrementAndGet();
    }

    /** Learns of series that nobody has asked for since the start. */
    void know(Collection<Integer> series) {
        List<Integer> unknown =
                series.stream().filter(id -> !table.holds(id)).distinct().toList();
        for (int from = 0; from < unknown.size(); from += MANY) {
            List<Integer> some = unknown.subList(from, Math.min(unknown.size(), from + MANY));
            Map<Integer, Columns> latest = rollups.latest(some);
            for (int id : some) {
                SeriesState state = new SeriesState(id);
                Optional.ofNullable(latest.get(id)).ifPresent(state::knowLatest);
                table.add(state);
            }
        }
    }

    SeriesState get(int series) {
        return table.get(series);
    }

    void sift(ReadingRows rows, int[] order, BitSet fresh, BitSet doubtful) {
        List<Integer> unknown = new ArrayList<>();
        for (int from = 0; from < order.length; from = Order.end(rows, order, from)) {
            int series = rows.series(order[from]);
            if (!table.holds(series)) {
                unknown.add(series);
            }
        }
        know(unknown);
        int from = 0;
        while (from < order.length) {
            int to = Order.end(rows, order, from);
            table.get(rows.series(order[from])).sift(rows, order, from, to, fresh, doubtful);
            from = to;
        }
    }

    void publish(Fresh fresh) {
        gate.readLock().lock();
        try {
            take(fresh.source(), fresh.places(), Optional.of(epoch.deltas));
            epoch.blocks.add(fresh.block());
        } finally {
            gate.readLock().unlock();
        }
    }

    /** Takes rows sorted by series and time; their series are known. */
    void take(ReadingRows rows, int[] places, Optional<HourDeltas> deltas) {
        long more = 0;
        Columns run = new Columns();
        int from = 0;
        while (from < places.length) {
            int to = Order.end(rows, places, from);
            run.clear();
            for (int i = from; i < to; i++) {
                run.addFrom(rows.points(), places[i]);
            }
            int series = rows.series(places[from]);
            more += table.get(series).take(run);
            deltas.ifPresent(all -> all.add(series, run));
            from = to;
        }
        points.addAndGet(more);
    }

    /** Does something while nothing is published; shortly. */
    <T> T alone(Supplier<T> work) {
        gate.writeLock().lock();
        try {
            return work.get();
        } finally {
            gate.writeLock().unlock();
        }
    }

    /** What the hours do not have yet; kept in sight until {@link #flushed}. */
    Epoch startFlush() {
        if (flushing.isPresent()) {
            return flushing.get();
        }
        gate.writeLock().lock();
        try {
            flushing = Optional.of(epoch);
            Epoch taken = epoch;
            epoch = new Epoch();
            return taken;
        } finally {
            gate.writeLock().unlock();
        }
    }

    void flushed() {
        flushing.ifPresent(done -> rolled.addAll(done.blocks));
        flushing = Optional.empty();
    }

    /** A block that was there at the start, the hours of which are counted before anything else happens. */
    void recovered(long block) {
        rolled.add(block);
    }

    /** The blocks whose readings all are in tails or chunks, and in the hours. */
    List<Long> rolled() {
        return List.copyOf(rolled);
    }

    void forgotten(Collection<Long> blocks) {
        blocks.forEach(rolled::remove);
    }

    private List<HourDeltas> pending() {
        List<HourDeltas> pending = new ArrayList<>();
        gate.readLock().lock();
        try {
            pending.add(epoch.deltas);
            flushing.ifPresent(all -> pending.add(all.deltas));
        } finally {
            gate.readLock().unlock();
        }
        return pending;
    }

    /** The keys of all hours of these series of which the database may lack something. */
    List<Long> openHours(Set<Integer> series) {
        List<Long> open = new ArrayList<>();
        pending().forEach(deltas -> deltas.hours().keySet().stream()
                .filter(key -> series.contains(HourDeltas.series(key)))
                .forEach(open::add));
        return open;
    }

    /** The hours of [from, to) of which the database may lack something. */
    List<Long> openHours(int series, long from, long to) {
        List<HourDeltas> pending = pending();
        return LongStream.range(from, to)
                .filter(hour -> pending.stream().anyMatch(deltas -> deltas.holds(series, hour)))
                .boxed()
                .toList();
    }

    List<SeriesState> withTail() {
        List<SeriesState> found = new ArrayList<>();
        table.each(state -> {
            if (state.hasTail()) {
                found.add(state);
            }
        });
        return found;
    }

    void packed(SeriesState state, Columns packed) {
        state.packed(packed);
        points.addAndGet(-packed.size());
        synchronized (room) {
            room.notifyAll();
        }
    }

    long points() {
        return points.get();
    }

    boolean hasRoom() {
        return points.get() < most;
    }

    boolean isHalfFull() {
        return points.get() > most / 2;
    }

    boolean awaitRoom(Duration longest) throws InterruptedException {
        long until = System.nanoTime() + longest.toNanos();
        synchronized (room) {
            while (!hasRoom()) {
                long left = (until - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    return false;
                }
                room.wait(left);
            }
            return true;
        }
    }

    /** The states of series by number; looked up for every reading, so by place in pages. Safe for many threads. */
    private static final class SeriesTable {
        private static final int BITS = 12;
        private static final int PAGE = 1 << BITS;

        private volatile AtomicReferenceArray<AtomicReferenceArray<SeriesState>> pages = new AtomicReferenceArray<>(64);

        boolean holds(int series) {
            return at(series) != null;
        }

        SeriesState get(int series) {
            SeriesState state = at(series);
            return state == null ? add(new SeriesState(series)) : state;
        }

        private SeriesState at(int series) {
            AtomicReferenceArray<AtomicReferenceArray<SeriesState>> all = pages;
            int number = series >>> BITS;
            AtomicReferenceArray<SeriesState> page = number < all.length() ? all.get(number) : null;
            return page == null ? null : page.get(series & PAGE - 1);
        }

        /** The state that stands: this one, or the one that was there before. */
        synchronized SeriesState add(SeriesState state) {
            int number = state.series() >>> BITS;
            if (number >= pages.length()) {
                AtomicReferenceArray<AtomicReferenceArray<SeriesState>> more =
                        new AtomicReferenceArray<>(Math.max(number + 1, pages.length() * 2));
                for (int i = 0; i < pages.length(); i++) {
                    more.set(i, pages.get(i));
                }
                pages = more;
            }
            AtomicReferenceArray<SeriesState> page = pages.get(number);
            if (page == null) {
                page = new AtomicReferenceArray<>(PAGE);
                pages.set(number, page);
            }
            int place = state.series() & PAGE - 1;
            return page.compareAndSet(place, null, state) ? state : page.get(place);
        }

        void each(Consumer<SeriesState> taker) {
            AtomicReferenceArray<AtomicReferenceArray<SeriesState>> all = pages;
            for (int number = 0; number < all.length(); number++) {
                AtomicReferenceArray<SeriesState> page = all.get(number);
                for (int place = 0; page != null && place < PAGE; place++) {
                    SeriesState state = page.get(place);
                    if (state != null) {
                        taker.accept(state);
                    }
                }
            }
        }
    }
}
