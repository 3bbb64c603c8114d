package org.chengshu.sense.store;

import java.time.Instant;
import java.util.Arrays;
import org.chengshu.sense.codec.Columns;
import org.chengshu.sense.codec.Micros;
import org.chengshu.wire.Value;

/** Readings to be stored, column by column, without an object for each. Times are epoch microseconds. For one thread. */
public final class ReadingRows {
    private static final int FEW = 256;

    private int[] series = new int[FEW];
    private final Columns points = new Columns(FEW);

    public void add(int seriesId, Instant time, Value value) {
        switch (value) {
            case Value.Num(double number) -> addNumber(seriesId, Micros.of(time), number);
            case Value.Bool(boolean flag) -> addFlag(seriesId, Micros.of(time), flag);
            case Value.Str(String text) -> addText(seriesId, Micros.of(time), text);
        }
    }

    public void addNumber(int seriesId, long micros, double number) {
        own(seriesId);
        points.addNumber(micros, number);
    }

    public void addFlag(int seriesId, long micros, boolean flag) {
        own(seriesId);
        points.addFlag(micros, flag);
    }

    /** Refuses a text that the database could not hold, before it stands in the log. */
    public void addText(int seriesId, long micros, String text) {
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a text with NUL cannot be stored");
        }
        own(seriesId);
        points.addText(micros, text);
    }

    void addFrom(int seriesId, Columns other, int at) {
        own(seriesId);
        points.addFrom(other, at);
    }

    private void own(int seriesId) {
        int at = points.size();
        if (at == series.length) {
            series = Arrays.copyOf(series, at * 2);
        }
        series[at] = seriesId;
    }

    /** Empties it; what was sifted from it must have been published or thrown away. */
    public void clear() {
        points.clear();
    }

    public int size() {
        return points.size();
    }

    public int series(int row) {
        return series[row];
    }

    public Value value(int row) {
        return points.value(row);
    }

    public long micros(int row) {
        return points.micros(row);
    }

    public Instant time(int row) {
        return Micros.instant(points.micros(row));
    }

    int[] series() {
        return series;
    }

    Columns points() {
        return points;
    }
}
