package org.chengshu.sense.derived;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chengshu.sense.codec.Columns;
import org.chengshu.sense.codec.Micros;
import org.chengshu.sense.store.ReadingStore;

/**
 * What was read of other devices in one round, for all who ask the same of them. What comes meanwhile touches again, so it
 * need not be seen. For one thread.
 */
final class OthersRead {
    /** Read somewhat more than is asked, because the next one asks for nearly the same. */
    private static final long SLACK = 600_000_000L;

    private static final int MOST_POINTS = 2_000_000;

    private final ReadingStore readings;
    private final Map<Integer, Part> parts = new HashMap<>();
    private long points;

    OthersRead(ReadingStore readings) {
        this.readings = readings;
    }

    private record Part(long low, long high, Columns points) {}

    /** At least the readings of [low, high] of each series, in their order. */
    List<Columns> of(List<Integer> series, long low, long high) {
        Set<Integer> missing = new HashSet<>();
        for (int id : series) {
            Part part = parts.get(id);
            if (part == null || part.low() > low || part.high() < high) {
                missing.add(id);
            }
        }
        if (!missing.isEmpty()) {
            if (points > MOST_POINTS) {
                parts.clear();
                points = 0;
                missing.addAll(series);
            }
            read(missing, low - SLACK, high + SLACK);
        }
        List<Columns> found = new ArrayList<>(series.size());
        series.forEach(id -> found.add(parts.get(id).points()));
        return found;
    }

    private void read(Set<Integer> missing, long low, long high) {
        readings.scan(missing, Micros.instant(low), Micros.instant(high + 1)).forEach((id, columns) -> {
            parts.put(id, new Part(low, high, columns));
            points += columns.size();
        });
    }
}
