package org.chengshu.sense.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import org.chengshu.sense.codec.Columns;
import org.chengshu.sense.codec.Micros;

/** Hours and days of the city as all stored readings make them, told in the tables or not yet. */
final class DaySums implements DayTable.Reckoner {
    private final Tails tails;
    private final ChunkTable chunks;
    private final RollupTable rollups;
    private final DayTable days;

    DaySums(Tails tails, ChunkTable chunks, RollupTable rollups, DayTable days) {
        this.tails = tails;
        this.chunks = chunks;
        this.rollups = rollups;
        this.days = days;
    }

    /** The hours of [from, to), also those that the table does not know all of yet. */
    Map<Integer, NavigableMap<Long, HourDeltas.Hour>> hours(Collection<Integer> series, long from, long to) {
        tails.know(series);
        List<ChunkTable.Want> open = new ArrayList<>();
        series.forEach(id -> tails.openHours(id, from, to)
                .forEach(hour ->
                        open.add(new ChunkTable.Want(id, hour * HourDeltas.HOUR, (hour + 1) * HourDeltas.HOUR))));
        Map<Integer, NavigableMap<Long, HourDeltas.Hour>> hours = rollups.hours(series, from, to);
        if (!open.isEmpty()) {
            HourDeltas exact = new HourDeltas();
            List<Columns> points = PostgresReadings.read(tails, chunks, open);
            for (int i = 0; i < open.size(); i++) {
                exact.add(open.get(i).series(), points.get(i));
            }
            exact.hours()
                    .forEach((key, hour) -> hours.get(HourDeltas.series(key)).put(HourDeltas.hour(key), hour));
        }
        return hours;
    }

    /** Of whole hours, and where a day begins or ends within an hour, of the readings on its side. */
    @Override
    public Map<Long, Rollup> of(int series, NavigableSet<Long> wanted) {
        Map<Long, Rollup> found = new HashMap<>();
        if (wanted.isEmpty()) {
            return found;
        }
        Map<Long, HourDeltas.Hour> sums = new HashMap<>();
        long first = Math.floorDiv(begin(wanted.first()), HourDeltas.HOUR);
        long last = Math.ceilDiv(begin(wanted.last() + 1), HourDeltas.HOUR);
        hours(List.of(series), first, last).get(series).forEach((hour, sum) -> {
            long[] its = days.of(hour);
            if (its.length == 1 && wanted.contains(its[0])) {
                add(sums, its[0], sum);
            }
        });
        addEdges(series, wanted, sums);
        sums.forEach((day, sum) -> found.put(day, sum.rollup(begin(day))));
        return found;
    }

    private void addEdges(int series, NavigableSet<Long> wanted, Map<Long, HourDeltas.Hour> sums) {
        List<Long> whose = new ArrayList<>();
        List<ChunkTable.Want> edges = new ArrayList<>();
        for (long day : wanted) {
            long begin = begin(day);
            long end = begin(day + 1);
            long low = Math.ceilDiv(begin, HourDeltas.HOUR) * HourDeltas.HOUR;
            long high = Math.floorDiv(end, HourDeltas.HOUR) * HourDeltas.HOUR;
            if (begin < low) {
                whose.add(day);
                edges.add(new ChunkTable.Want(series, begin, low));
            }
            if (high < end) {
                whose.add(day);
                edges.add(new ChunkTable.Want(series, high, end));
            }
        }
        if (edges.isEmpty()) {
            return;
        }
        List<Columns> points = PostgresReadings.read(tails, chunks, edges);
        for (int i = 0; i < edges.size(); i++) {
            HourDeltas edge = new HourDeltas();
            edge.add(series, points.get(i));
            long day = whose.get(i);
            edge.hours().values().forEach(sum -> add(sums, day, sum));
        }
    }

    private static void add(Map<Long, HourDeltas.Hour> sums, long day, HourDeltas.Hour sum) {
        sums.computeIfAbsent(day, one -> new HourDeltas.Hour()).plus(sum);
    }

    private long begin(long day) {
        return Micros.of(days.beginOf(day));
    }
}
