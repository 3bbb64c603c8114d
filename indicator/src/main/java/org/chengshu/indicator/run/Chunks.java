package org.chengshu.indicator.run;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.chengshu.data.Grain;
import org.chengshu.indicator.model.Definition;
import org.chengshu.indicator.model.Source;

/** Cuts a range into runs of whole periods, long enough to be cheap and short enough to fit in memory and show progress. */
final class Chunks {
    private static final Duration HOURLY_FACTS = Duration.ofDays(31);
    private static final Duration GROUPED_ROWS = Duration.ofDays(366);

    private Chunks() {}

    static List<Chunk> of(Definition definition, Instant from, Instant to, ZoneId zone) {
        Duration length = definition.source() instanceof Source.Series ? HOURLY_FACTS : GROUPED_ROWS;
        return cut(definition.grain(), from, to, zone, length);
    }

    /** Whole periods that overlap the range; a chunk ends with the first period that makes it as long as asked. */
    static List<Chunk> cut(Grain grain, Instant from, Instant to, ZoneId zone, Duration length) {
        List<Chunk> chunks = new ArrayList<>();
        Instant start = grain.startOf(from, zone);
        Instant end = start;
        while (end.isBefore(to)) {
            end = grain.next(end, zone);
            if (!end.isBefore(start.plus(length)) || !end.isBefore(to)) {
                chunks.add(new Chunk(start, end));
                start = end;
            }
        }
        return chunks;
    }

    /** From the start of a period to the end of one. */
    record Chunk(Instant from, Instant to) {}
}
