package org.chengshu.sense.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.chengshu.core.db.Transactions;
import org.chengshu.sense.codec.Columns;
import org.springframework.stereotype.Component;

/**
 * Puts other points in the place of stored ones. Amended points go into chunks at once, with the tail of their series:
 * where a block that is still in the log has a former word, the chunk's stands, also after a crash. Before points are taken
 * away all is packed, so that no block has them.
 */
@Component
final class Amender {
    /** Long before and long after any reading, and far from an overflow. */
    private static final long EVER = Long.MAX_VALUE / 4;

    private final Tails tails;
    private final Packer packer;
    private final ChunkTable chunks;
    private final RollupTable rollups;
    private final DayTable days;
    private final Transactions transactions;

    Amender(
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

    void amend(ReadingStore.Amendment amendment, Runnable alongside) {
        tails.know(List.of(amendment.series()));
        if (amendment.gone().isEmpty()) {
            packer.told(() -> write(amendment, alongside));
        } else {
            packer.packed(() -> write(amendment, alongside));
        }
    }

    private Void write(ReadingStore.Amendment amendment, Runnable alongside) {
        SeriesState state = tails.get(amendment.series());
        Columns tail = state.tail();
        Columns word = withMarks(amendment);
        ChunkDraft draft = ChunkDraft.of(
                chunks,
                List.of(state),
                List.of(Columns.union(word, tail)),
                (before, points) ->
                        without(Columns.union(within(word, points), Columns.union(before, points)), amendment.gone()));
        Columns[] latest = new Columns[1];
        Set<Long> due = transactions.call(() -> {
            chunks.replace(draft.former(), draft.chunks());
            latest[0] = findLatest(state);
            Set<Long> hours = countHours(amendment);
            Set<Long> noted = noteDays(amendment, hours);
            alongside.run();
            return noted;
        });
        days.noted(due);
        state.setLatest(latest[0]);
        if (!tail.isEmpty()) {
            tails.packed(state, tail);
        }
        if (!amendment.put().isEmpty()) {
            state.packed(amendment.put());
        }
        return null;
    }

    /** As much of a word as lies between these points, which may hold a former one after a crash. */
    private static Columns within(Columns word, Columns points) {
        long last = points.micros(points.size() - 1);
        return word.slice(word.lowerBound(points.micros(0)), word.lowerBound(last + 1));
    }

    /** Points that go are written as if they were put, so that the chunks that have them are made anew. */
    private static Columns withMarks(ReadingStore.Amendment amendment) {
        Columns marks = new Columns(Math.max(1, amendment.gone().size()));
        amendment.gone().forEach(time -> marks.addNumber(time, 0));
        return Columns.union(amendment.put(), marks);
    }

    private static Columns without(Columns points, Collection<Long> gone) {
        if (gone.isEmpty()) {
            return points;
        }
        Columns left = new Columns(Math.max(1, points.size()));
        for (int at = 0; at < points.size(); at++) {
            if (!gone.contains(points.micros(at))) {
                left.addFrom(points, at);
            }
        }
        return left;
    }

    private Columns findLatest(SeriesState state) {
        Columns last = chunks.last(state.series(), -EVER, EVER, 1);
        Columns latest = last.slice(Math.max(0, last.size() - 1), last.size());
        rollups.forgetLatest(List.of(state.series()));
        if (!latest.isEmpty()) {
            rollups.knowLatest(List.of(state), List.of(latest));
        }
        return latest;
    }

    /** The whole series is in chunks by now. */
    private Set<Long> countHours(ReadingStore.Amendment amendment) {
        Set<Long> hours = new TreeSet<>(amendment.gone());
        for (int at = 0; at < amendment.put().size(); at++) {
            hours.add(amendment.put().micros(at));
        }
        Set<Long> numbers = new TreeSet<>();
        hours.forEach(time -> numbers.add(Math.floorDiv(time, HourDeltas.HOUR)));
        List<ChunkTable.Want> wants = new ArrayList<>();
        for (long hour : numbers) {
            wants.add(new ChunkTable.Want(amendment.series(), hour * HourDeltas.HOUR, (hour + 1) * HourDeltas.HOUR));
        }
        HourDeltas counted = new HourDeltas();
        chunks.read(wants).forEach(points -> counted.add(amendment.series(), points));
        for (long hour : numbers) {
            if (!counted.holds(amendment.series(), hour)) {
                rollups.forgetHours(List.of(amendment.series()), hour, hour + 1);
            }
        }
        rollups.put(counted.hours());
        return numbers;
    }

    private Set<Long> noteDays(ReadingStore.Amendment amendment, Set<Long> hours) {
        Set<Long> keys = new TreeSet<>();
        hours.forEach(hour -> keys.add(HourDeltas.key(amendment.series(), hour)));
        if (!amendment.gone().isEmpty()) {
            hours.stream()
                    .flatMapToLong(hour -> LongStream.of(days.of(hour)))
                    .distinct()
                    .forEach(day -> days.forget(List.of(amendment.series()), day, day + 1));
        }
        return days.due(keys);
    }
}
