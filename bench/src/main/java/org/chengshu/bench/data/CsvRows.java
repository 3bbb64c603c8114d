package org.chengshu.bench.data;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A CSV file that is written while it is read, so that it is never held whole. For one thread. */
abstract class CsvRows extends InputStream {
    private static final int AT_ONCE = 500;

    private final int rows;
    private int next;
    private byte[] some;
    private int place;

    CsvRows(List<String> columns, int rows) {
        this.rows = rows;
        this.some = (String.join(",", columns) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Writes the n-th row with its line end, or nothing. */
    abstract void row(StringBuilder text, int n);

    @Override
    public final int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public final int read(byte[] target, int offset, int most) {
        if (most == 0) {
            return 0;
        }
        while (place == some.length) {
            if (next == rows) {
                return -1;
            }
            fill();
        }
        int count = Math.min(most, some.length - place);
        System.arraycopy(some, place, target, offset, count);
        place += count;
        return count;
    }

    private void fill() {
        StringBuilder text = new StringBuilder(AT_ONCE * 128);
        for (int i = 0; i < AT_ONCE && next < rows; i++) {
            row(text, next++);
        }
        some = text.toString().getBytes(StandardCharsets.UTF_8);
        place = 0;
    }
}
