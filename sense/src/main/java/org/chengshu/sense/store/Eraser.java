package org.chengshu.sense.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.chengshu.core.db.Transactions;
import org.chengshu.sense.codec.Chunk;
import org.chengshu.sense.codec.ChunkHead;
import org.chengshu.sense.codec.Columns;
import org.chengshu.sense.codec.Folding;
import org.chengshu.sense.codec.Micros;
import org.springframework.stereotype.Component;

/** Takes packed readings away for good, with what the hours and the latest had of them. */
@Component
final class Eraser {
    private static final int SERIES_AT_ONCE = 200;
    /** Long before any reading, and far from an overflow. */
    private static final long EVER = Long.MIN_VALUE / 4;

    private final Tails tails;
    private final Packer packer;
    private final ChunkTable chunks;
    private final RollupTable rollups;
    private final DayTable days;
    private final Transactions transactions;

    Eraser(
            Tails tails,
            Packer packer,
            ChunkTable chunks,
            RollupTable rollups,
            DayTable days,
            Transactions transactions) {
        this.tails = tails;
        this.packer = packer;
        this.chunks = chunks;
        this.rollups = rollups;
        this.days = days;
        this.transactions = transactions;
    }

    /** Erases [from, to) of these series; answers how many readings that were. What comes meanwhile stays. */
    long erase(Set<Integer> series, long from, long to) {
        List<Integer> all = new ArrayList<>(new TreeSet<>(series));
        tails.know(all);
        long erased = 0;
        for (int at = 0; at < all.size(); at += SERIES_AT_ONCE) {
            List<Integer> some = all.subList(at, Math.min(all.size(), at + SERIES_AT_ONCE));
            erased += packer.packed(() -> tails.alone(() -> eraseAlone(some, from, to)));
        }
        return erased;
    }

    /** Nothing is published meanwhile, so the hours are just what tails and chunks make them. */
    private long eraseAlone(List<Integer> series, long from, long to) {
        packer.flush();
        Map<Integer, Columns> latest = new HashMap<>();
        long erased = transactions.call(() -> {
            long count = eraseChunks(series, from, to);
            rollups.forgetHours(series, Math.ceilDiv(from, HourDeltas.HOUR), Math.floorDiv(to, HourDeltas.HOUR));
            countEdges(series, from, to);
            forgetDays(series, from, to);
            findLatest(series, from, to, latest);
            return count;
        });
        latest.forEach((id, point) -> tails.get(id).setLatest(point));
        return erased;
    }

    private long eraseChunks(List<Integer> series, long from, long to) {
        List<ChunkTable.Want> wants = new ArrayList<>();
        series.forEach(id -> wants.add(new ChunkTable.Want(id, from, to)));
        List<ChunkHead> touched = new ArrayList<>();
        chunks.heads(wants).forEach(heads -> heads.stream()
                .filter(head -> head.first() < to && head.last() >= from)
                .forEach(touched::add));
        List<ChunkHead> cut = touched.stream()
                .filter(head -> head.first() < from || head.last() >= to)
                .toList();
        long erased = touched.stream().mapToLong(ChunkHead::count).sum();
        List<Chunk> left = new ArrayList<>();
        for (Map.Entry<ChunkHead, Columns> one : chunks.bodies(cut).entrySet()) {
            Columns points = one.getValue();
            Columns kept = points.slice(0, points.lowerBound(from));
            kept.addFrom(points, points.lowerBound(to), points.size());
            erased -= kept.size();
            if (!kept.isEmpty()) {
                left.addAll(Folding.pack(one.getKey().series(), kept));
            }
        }
        chunks.replace(touched, left);
        return erased;
    }

    /** Counts the hours anew that are erased in part. */
    private void countEdges(List<Integer> series, long from, long to) {
        Set<Long> edges = new TreeSet<>();
        for (long edge : new long[] {from, to}) {
            if (edge % HourDeltas.HOUR != 0) {
                edges.add(Math.floorDiv(edge, HourDeltas.HOUR));
            }
        }
        List<ChunkTable.Want> wants = new ArrayList<>();
        for (long hour : edges) {
            rollups.forgetHours(series, hour, hour + 1);
            series.forEach(
                    id -> wants.add(new ChunkTable.Want(id, hour * HourDeltas.HOUR, (hour + 1) * HourDeltas.HOUR)));
        }
        if (!wants.isEmpty()) {
            HourDeltas counted = new HourDeltas();
            List<Columns> points = PostgresReadings.read(tails, chunks, wants);
            for (int i = 0; i < wants.size(); i++) {
                counted.add(wants.get(i).series(), points.get(i));
            }
            rollups.put(counted.hours());
        }
    }

    /** They are made anew of the hours that are left. */
    private void forgetDays(List<Integer> series, long from, long to) {
        long[] begin = days.of(Math.floorDiv(from, HourDeltas.HOUR));
        long[] end = days.of(Math.floorDiv(to - 1, HourDeltas.HOUR));
        long first = begin[0];
        long last = end[end.length - 1];
        days.forget(series, first, last + 1);
        Set<Long> hours = new TreeSet<>();
        for (int id : series) {
            // Days in between have no hours any more.
            hours.add(HourDeltas.key(id, Math.floorDiv(from, HourDeltas.HOUR)));
            hours.add(HourDeltas.key(id, Math.floorDiv(to - 1, HourDeltas.HOUR)));
        }
        days.due(hours);
    }

    private void findLatest(List<Integer> series, long from, long to, Map<Integer, Columns> latest) {
        for (int id : series) {
            boolean gone = tails.get(id)
                    .latest()
                    .map(point -> Micros.of(point.time()))
                    .filter(time -> time >= from && time < to)
                    .isPresent();
            if (gone) {
                Columns left = Columns.union(
                        chunks.last(id, EVER, to, 1), tails.get(id).tail());
                latest.put(id, left.slice(Math.max(0, left.size() - 1), left.size()));
            }
        }
        rollups.forgetLatest(latest.keySet());
        List<SeriesState> known = new ArrayList<>();
        List<Columns> points = new ArrayList<>();
        latest.forEach((id, point) -> {
            if (!point.isEmpty()) {
                known.add(tails.get(id));
                points.add(point);
            }
        });
        rollups.knowLatest(known, points);
    }
}
