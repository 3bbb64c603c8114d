package org.chengshu.sense.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.chengshu.wire.Value;

/** Readings to be stored, column by column, because there are many and each is small. Times are epoch microseconds. */
public final class ReadingRows {
    private static final int FEW = 256;
    private static final long MICROS = 1_000_000;

    private int size;
    private int[] series = new int[FEW];
    private long[] micros = new long[FEW];
    private final List<Value> values = new ArrayList<>(FEW);

    public void add(int seriesId, Instant time, Value value) {
        if (size == series.length) {
            series = Arrays.copyOf(series, size * 2);
            micros = Arrays.copyOf(micros, size * 2);
        }
        series[size] = seriesId;
        micros[size] = micros(time);
        values.add(value);
        size++;
    }

    public int size() {
        return size;
    }

    public int series(int row) {
        return series[row];
    }

    public Value value(int row) {
        return values.get(row);
    }

    public long micros(int row) {
        return micros[row];
    }

    public Instant time(int row) {
        return instant(micros[row]);
    }

    public static long micros(Instant time) {
        return Math.addExact(Math.multiplyExact(time.getEpochSecond(), MICROS), time.getNano() / 1_000);
    }

    public static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * 1_000);
    }
}
