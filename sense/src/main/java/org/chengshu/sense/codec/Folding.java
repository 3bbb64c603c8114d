package org.chengshu.sense.codec;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Decides into which chunks new points go. Chunks of a series never overlap and keep to one month (UTC). A chunk is written
 * anew only when points fall into it, or when it is not much larger than what follows it: so every point is rewritten a
 * few times at most, and a series has few small chunks. Pure.
 */
public final class Folding {
    public static final int MOST_POINTS = 1_000;
    /** How many times larger than the new points a chunk may be to be written anew for them. */
    private static final int WORTH = 4;

    private static final long DAY = 86_400_000_000L;

    private Folding() {}

    /** These points, [from, to) of the new ones, together with these chunks. */
    public record Piece(List<ChunkHead> merged, int from, int to) {
        public Piece {
            merged = List.copyOf(merged);
        }
    }

    /** The chunks of the month that may matter, in order; the points are of one month. */
    public static List<Piece> plan(List<ChunkHead> chunks, Columns points) {
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        int free = 0;
        for (int i = -1; i < chunks.size() && at < points.size(); i++) {
            int end =
                    i + 1 < chunks.size() ? points.lowerBound(chunks.get(i + 1).first()) : points.size();
            if (end > at) {
                pieces.add(piece(chunks, i, free, points, at, end));
                free = i + 1;
            }
            at = end;
        }
        return pieces;
    }

    /** Points that belong to the chunk at the place or follow it; chunks before the free ones are taken by other points. */
    private static Piece piece(List<ChunkHead> chunks, int place, int free, Columns points, int from, int to) {
        int count = to - from;
        if (place < 0) {
            boolean alone = !chunks.isEmpty() && to == points.size();
            boolean join = alone && isWorth(chunks.getFirst().count(), count);
            return new Piece(join ? chunks.subList(0, 1) : List.of(), from, to);
        }
        ChunkHead before = chunks.get(place);
        if (points.micros(from) <= before.last()) {
            return new Piece(List.of(before), from, to);
        }
        int begin = place + 1;
        boolean isLast = place == chunks.size() - 1;
        while (begin > free && isWorth(chunks.get(begin - 1).count(), count) && (isLast || begin == place + 1)) {
            begin--;
            count += chunks.get(begin).count();
        }
        return new Piece(chunks.subList(begin, place + 1), from, to);
    }

    private static boolean isWorth(int size, int more) {
        return size <= WORTH * more && size + more <= MOST_POINTS;
    }

    /** Packs points in order of time and of one month into as few chunks as may be. */
    public static List<Chunk> pack(int series, Columns points) {
        List<Chunk> chunks = new ArrayList<>();
        int parts = Math.ceilDiv(points.size(), MOST_POINTS);
        for (int part = 0; part < parts; part++) {
            int from = (int) ((long) points.size() * part / parts);
            int to = (int) ((long) points.size() * (part + 1) / parts);
            ChunkHead head = new ChunkHead(series, points.micros(from), points.micros(to - 1), to - from);
            chunks.add(new Chunk(head, ChunkCodec.encode(points, from, to)));
        }
        return chunks;
    }

    /** Cuts points in order of time at the months (UTC). */
    public static List<Columns> months(Columns points) {
        List<Columns> months = new ArrayList<>();
        int from = 0;
        while (from < points.size()) {
            int to = points.lowerBound(nextMonth(points.micros(from)));
            months.add(points.slice(from, to));
            from = to;
        }
        return months;
    }

    /** When the month (UTC) begins that holds the time. */
    public static long month(long micros) {
        return micros(date(micros));
    }

    public static long nextMonth(long micros) {
        return micros(date(micros).plusMonths(1));
    }

    private static LocalDate date(long micros) {
        return LocalDate.ofEpochDay(Math.floorDiv(micros, DAY)).withDayOfMonth(1);
    }

    private static long micros(LocalDate date) {
        return date.toEpochDay() * DAY;
    }
}
