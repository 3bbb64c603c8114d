package org.chengshu.sense.store;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.chengshu.core.db.RoundTrip;
import org.chengshu.sense.codec.BlockCodec;
import org.chengshu.sense.codec.ChunkHead;
import org.chengshu.sense.codec.Columns;
import org.chengshu.sense.codec.Micros;
import org.springframework.stereotype.Component;

@Component
final class PostgresReadings implements ReadingStore {
    private static final int CHUNKS_AT_ONCE = 256;

    private final Tails tails;
    private final BlockTable blocks;
    private final ChunkTable chunks;
    private final RollupTable rollups;
    private final DayTable days;
    private final DaySums sums;
    private final Eraser eraser;
    private final Packer packer;
    private final Amender amender;

    PostgresReadings(
            Tails tails,
            BlockTable blocks,
            ChunkTable chunks,
            RollupTable rollups,
            DayTable days,
            Eraser eraser,
            Packer packer,
            Amender amender,
            Recovery recovery) {
        this.tails = tails;
        this.blocks = blocks;
        this.chunks = chunks;
        this.rollups = rollups;
        this.days = days;
        this.sums = new DaySums(tails, chunks, rollups, days);
        this.eraser = eraser;
        this.packer = packer;
        this.amender = amender;
        recovery.run();
    }

    @Override
    public Fresh sift(ReadingRows rows) {
        int[] order = Order.of(rows);
        BitSet fresh = new BitSet(rows.size());
        BitSet doubtful = new BitSet();
        tails.sift(rows, order, fresh, doubtful);
        if (!doubtful.isEmpty()) {
            keepWhatNoChunkHas(rows, order, doubtful);
            keepWhatWasNotDropped(rows, doubtful);
            fresh.or(doubtful);
        }
        int[] places = new int[fresh.cardinality()];
        int count = 0;
        for (int place : order) {
            if (fresh.get(place)) {
                places[count++] = place;
            }
        }
        byte[] body = count == 0 ? new byte[0] : BlockCodec.encode(rows.series(), rows.points(), places);
        return new Fresh(tails.nextBlock(), rows, fresh, places, body);
    }

    private void keepWhatNoChunkHas(ReadingRows rows, int[] order, BitSet doubtful) {
        List<ChunkTable.Want> wants = new ArrayList<>();
        int from = 0;
        while (from < order.length) {
            int to = Order.end(rows, order, from);
            int first = -1;
            int last = -1;
            for (int i = from; i < to; i++) {
                if (doubtful.get(order[i])) {
                    first = first < 0 ? order[i] : first;
                    last = order[i];
                }
            }
            if (first >= 0) {
                wants.add(new ChunkTable.Want(rows.series(first), rows.micros(first), rows.micros(last)));
            }
            from = to;
        }
        Map<Integer, List<ChunkHead>> heads = new HashMap<>();
        chunks.heads(wants)
                .forEach(found -> found.forEach(head -> heads.computeIfAbsent(head.series(), id -> new ArrayList<>())
                        .add(head)));
        Map<ChunkHead, List<Integer>> rowsOf = new HashMap<>();
        doubtful.stream().forEach(row -> heads.getOrDefault(rows.series(row), List.of()).stream()
                .filter(head -> head.first() <= rows.micros(row) && rows.micros(row) <= head.last())
                .forEach(head ->
                        rowsOf.computeIfAbsent(head, one -> new ArrayList<>()).add(row)));
        List<ChunkHead> wanted = List.copyOf(rowsOf.keySet());
        for (int at = 0; at < wanted.size(); at += CHUNKS_AT_ONCE) {
            chunks.bodies(wanted.subList(at, Math.min(wanted.size(), at + CHUNKS_AT_ONCE)))
                    .forEach((head, points) -> rowsOf.get(head).stream()
                            .filter(row -> points.holds(rows.micros(row)))
                            .forEach(doubtful::clear));
        }
    }

    /** What is told again of dropped readings is in the hours already. Look at the chunks first: they go into what was dropped. */
    private void keepWhatWasNotDropped(ReadingRows rows, BitSet doubtful) {
        Set<Integer> series = new HashSet<>();
        doubtful.stream().forEach(row -> series.add(rows.series(row)));
        if (!series.isEmpty()) {
            List<ChunkTable.Stretch> stretches = chunks.dropped(series);
            for (int row = doubtful.nextSetBit(0); row >= 0; row = doubtful.nextSetBit(row + 1)) {
                int at = row;
                if (stretches.stream().anyMatch(stretch -> stretch.holds(rows.series(at), rows.micros(at)))) {
                    doubtful.clear(row);
                }
            }
        }
    }

    @Override
    public void write(Fresh fresh) {
        if (!fresh.isEmpty()) {
            blocks.write(fresh.block(), fresh.size(), fresh.body());
        }
    }

    @Override
    public void write(Fresh fresh, RoundTrip trip) {
        if (!fresh.isEmpty()) {
            blocks.write(fresh.block(), fresh.size(), fresh.body(), trip);
        }
    }

    @Override
    public void tellHours() {
        packer.flush();
    }

    @Override
    public void publish(Fresh fresh) {
        if (!fresh.isEmpty()) {
            tails.publish(fresh);
        }
    }

    @Override
    public boolean isWritten(Fresh fresh) {
        return fresh.isEmpty() || blocks.holds(fresh.block());
    }

    @Override
    public boolean hasRoom() {
        return tails.hasRoom();
    }

    @Override
    public boolean awaitRoom(Duration longest) throws InterruptedException {
        return tails.awaitRoom(longest);
    }

    @Override
    public Map<Integer, Point> latest(Collection<Integer> series) {
        tails.know(series);
        Map<Integer, Point> latest = new HashMap<>();
        series.forEach(id -> tails.get(id).latest().ifPresent(point -> latest.put(id, point)));
        return latest;
    }

    @Override
    public List<Point> points(int series, Instant from, Instant to, int limit) {
        tails.know(List.of(series));
        long low = Micros.of(from);
        long high = Micros.of(to);
        // The tail first: what is packed meanwhile is found twice rather than never.
        Columns tail = tails.get(series).tail(low, high);
        Columns all = Columns.union(chunks.last(series, low, high, limit), tail);
        List<Point> points = new ArrayList<>();
        for (int at = Math.max(0, all.size() - limit); at < all.size(); at++) {
            points.add(new Point(Micros.instant(all.micros(at)), all.value(at)));
        }
        return points;
    }

    @Override
    public Map<Integer, Columns> scan(Collection<Integer> series, Instant from, Instant to) {
        List<ChunkTable.Want> wants = new ArrayList<>();
        Set<Integer> distinct = new HashSet<>(series);
        distinct.forEach(id -> wants.add(new ChunkTable.Want(id, Micros.of(from), Micros.of(to))));
        List<Columns> read = read(tails, chunks, wants);
        Map<Integer, Columns> found = new HashMap<>();
        for (int i = 0; i < wants.size(); i++) {
            found.put(wants.get(i).series(), read.get(i));
        }
        return found;
    }

    /** What there is of each stretch, packed or not. */
    static List<Columns> read(Tails tails, ChunkTable chunks, List<ChunkTable.Want> wants) {
        tails.know(wants.stream().map(ChunkTable.Want::series).toList());
        List<Columns> found = new ArrayList<>(wants.size());
        wants.forEach(want -> found.add(tails.get(want.series()).tail(want.from(), want.to())));
        List<Columns> packed = chunks.read(wants);
        for (int i = 0; i < found.size(); i++) {
            found.set(i, found.get(i).isEmpty() ? packed.get(i) : Columns.union(packed.get(i), found.get(i)));
        }
        return found;
    }

    @Override
    public void each(int series, Instant from, Instant to, Consumer<Columns> taker) {
        tails.know(List.of(series));
        long end = Micros.of(to);
        long begin = Micros.of(from);
        Columns tail = tails.get(series).tail(begin, end);
        while (begin < end) {
            Columns packed = chunks.next(series, begin, end, CHUNKS_AT_ONCE);
            long until = packed.isEmpty() ? end : packed.micros(packed.size() - 1) + 1;
            Columns unpacked = tail.slice(tail.lowerBound(begin), tail.lowerBound(until));
            Columns piece = Columns.union(packed, unpacked);
            if (!piece.isEmpty()) {
                taker.accept(piece);
            }
            begin = until;
        }
    }

    @Override
    public long count(int series, Instant from, Instant to) {
        tails.know(List.of(series));
        long low = Micros.of(from);
        long high = Micros.of(to);
        return tails.get(series).tail(low, high).size() + chunks.count(series, low, high);
    }

    @Override
    public Map<Integer, List<Rollup>> hours(Collection<Integer> series, Instant from, Instant to) {
        long low = Math.ceilDiv(Micros.of(from), HourDeltas.HOUR);
        long high = Math.ceilDiv(Micros.of(to), HourDeltas.HOUR);
        Map<Integer, List<Rollup>> found = new HashMap<>();
        sums.hours(Set.copyOf(series), low, high).forEach((id, hours) -> {
            List<Rollup> rollups = new ArrayList<>(hours.size());
            hours.forEach((hour, sums) -> rollups.add(sums.rollup(hour * HourDeltas.HOUR)));
            found.put(id, rollups);
        });
        return found;
    }

    @Override
    public Map<Integer, List<Rollup>> days(Collection<Integer> series, LocalDate from, LocalDate to) {
        long low = from.toEpochDay();
        long high = to.toEpochDay();
        // What is open first, then what is due, then what is made: so nothing is missed while it moves on.
        List<Long> open = tails.openHours(Set.copyOf(series));
        Map<Integer, Set<Long>> due = days.due(series, low, high);
        open.forEach(key -> {
            for (long day : days.of(HourDeltas.hour(key))) {
                if (day >= low && day < high) {
                    due.get(HourDeltas.series(key)).add(day);
                }
            }
        });
        Map<Integer, List<Rollup>> found = new HashMap<>();
        days.read(series, low, high).forEach((id, made) -> {
            made.putAll(sums.of(id, new TreeSet<>(due.get(id))));
            found.put(id, List.copyOf(made.values()));
        });
        return found;
    }

    @Override
    public List<Bucket> buckets(int series, Span span, Instant origin, int limit) {
        long bucket = span.bucket().toNanos() / 1_000;
        Bucket.Tally tally = new Bucket.Tally(bucket, Micros.of(origin));
        long from = Micros.of(span.from());
        long to = Micros.of(span.to());
        if (bucket % HourDeltas.HOUR == 0
                && Micros.of(origin) % HourDeltas.HOUR == 0
                && from % HourDeltas.HOUR == 0
                && to % HourDeltas.HOUR == 0) {
            sums.hours(List.of(series), from / HourDeltas.HOUR, to / HourDeltas.HOUR)
                    .get(series)
                    .forEach((hour, sums) -> tally.add(hour * HourDeltas.HOUR, sums));
        } else {
            each(series, span.from(), span.to(), tally::add);
        }
        return tally.last(limit);
    }

    @Override
    public long erase(Set<Integer> series, Instant from, Instant to) {
        return eraser.erase(series, Micros.of(from), Micros.of(to));
    }

    @Override
    public void amend(Amendment amendment, Runnable alongside) {
        amender.amend(amendment, alongside);
    }

    @Override
    public long droppedUntil(Set<Integer> series) {
        return chunks.dropped(series).stream()
                .mapToLong(ChunkTable.Stretch::last)
                .max()
                .orElse(Long.MIN_VALUE);
    }

    @Override
    public long dropReadings(Collection<Integer> series, Instant before) {
        return chunks.drop(series, Micros.of(before));
    }

    @Override
    public long dropHours(Collection<Integer> series, Instant before) {
        return rollups.dropHours(series, Math.floorDiv(Micros.of(before), HourDeltas.HOUR));
    }

    @Override
    public long dropDays(Collection<Integer> series, LocalDate before) {
        return days.drop(series, before);
    }

    @Override
    public Size size() {
        return chunks.size(tails.points());
    }
}
