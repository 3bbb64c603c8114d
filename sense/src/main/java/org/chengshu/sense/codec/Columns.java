package org.chengshu.sense.codec;

import java.util.Arrays;
import org.chengshu.wire.Value;

/**
 * Points column by column, because there are many and each is small: times in epoch microseconds, what kind of value, and
 * the value. Truth values have the numbers 0 and 1. Grows; for one thread at a time.
 */
public final class Columns {
    public static final byte NUMBER = 0;
    public static final byte FLAG = 1;
    public static final byte TEXT = 2;
    private static final int FEW = 8;

    private int size;
    private long[] micros;
    private double[] numbers;
    /** Absent while all are numbers, as most series are. */
    private byte[] kinds;
    /** Absent while none is a text. */
    private String[] texts;

    public Columns() {
        this(FEW);
    }

    public Columns(int room) {
        micros = new long[room];
        numbers = new double[room];
    }

    public int size() {
        return size;
    }

    public boolean isEmpty() {
        return size == 0;
    }

    public long micros(int at) {
        return micros[at];
    }

    /** The number of a number or truth value; 0 for a text. */
    public double number(int at) {
        return numbers[at];
    }

    public byte kind(int at) {
        return kinds == null ? NUMBER : kinds[at];
    }

    public String text(int at) {
        return texts[at];
    }

    public boolean allNumbers() {
        return kinds == null;
    }

    public Value value(int at) {
        return switch (kind(at)) {
            case NUMBER -> Value.of(numbers[at]);
            case FLAG -> Value.of(numbers[at] != 0);
            default -> Value.of(texts[at]);
        };
    }

    public void addNumber(long time, double number) {
        if (size == micros.length) {
            grow(size + 1);
        }
        micros[size] = time;
        numbers[size] = number;
        size++;
    }

    public void addFlag(long time, boolean flag) {
        addNumber(time, flag ? 1 : 0);
        needKinds()[size - 1] = FLAG;
    }

    public void addText(long time, String text) {
        addNumber(time, 0);
        needKinds()[size - 1] = TEXT;
        if (texts == null) {
            texts = new String[micros.length];
        }
        texts[size - 1] = text;
    }

    public void add(long time, Value value) {
        switch (value) {
            case Value.Num(double number) -> addNumber(time, number);
            case Value.Bool(boolean flag) -> addFlag(time, flag);
            case Value.Str(String text) -> addText(time, text);
        }
    }

    public void addFrom(Columns other, int at) {
        switch (other.kind(at)) {
            case NUMBER -> addNumber(other.micros[at], other.numbers[at]);
            case FLAG -> addFlag(other.micros[at], other.numbers[at] != 0);
            default -> addText(other.micros[at], other.texts[at]);
        }
    }

    /** Adds [from, to) of the other. */
    public void addFrom(Columns other, int from, int to) {
        if (other.kinds != null) {
            for (int at = from; at < to; at++) {
                addFrom(other, at);
            }
            return;
        }
        int more = to - from;
        if (size + more > micros.length) {
            grow(size + more);
        }
        System.arraycopy(other.micros, from, micros, size, more);
        System.arraycopy(other.numbers, from, numbers, size, more);
        size += more;
    }

    /** Room for so many numbers more, to be put there by a decoder. */
    int extend(int more) {
        if (size + more > micros.length) {
            grow(size + more);
        }
        int begin = size;
        size += more;
        return begin;
    }

    long[] timesToFill() {
        return micros;
    }

    double[] numbersToFill() {
        return numbers;
    }

    void mark(int at, byte kind, String text) {
        needKinds()[at] = kind;
        if (kind == TEXT) {
            if (texts == null) {
                texts = new String[micros.length];
            }
            texts[at] = text;
        }
    }

    public void clear() {
        size = 0;
        kinds = null;
        texts = null;
    }

    /** The first place whose time is not before this one, when the times are in order. */
    public int lowerBound(long time) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (micros[middle] < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Whether there is a point of this time, when the times are in order. */
    public boolean holds(long time) {
        int at = lowerBound(time);
        return at < size && micros[at] == time;
    }

    public Columns slice(int from, int to) {
        Columns part = new Columns(Math.max(1, to - from));
        part.addFrom(this, from, to);
        return part;
    }

    /** Both in order of time; where both have a time, the point of the first stands. Both are in order already. */
    public static Columns union(Columns first, Columns second) {
        Columns all = new Columns(Math.max(1, first.size + second.size));
        int i = 0;
        int k = 0;
        while (i < first.size && k < second.size) {
            if (first.micros[i] <= second.micros[k]) {
                k += first.micros[i] == second.micros[k] ? 1 : 0;
                all.addFrom(first, i++);
            } else {
                all.addFrom(second, k++);
            }
        }
        all.addFrom(first, i, first.size);
        all.addFrom(second, k, second.size);
        return all;
    }

    private byte[] needKinds() {
        if (kinds == null) {
            kinds = new byte[micros.length];
        }
        return kinds;
    }

    private void grow(int needed) {
        int room = Math.max(needed, micros.length + (micros.length >> 1) + FEW);
        micros = Arrays.copyOf(micros, room);
        numbers = Arrays.copyOf(numbers, room);
        kinds = kinds == null ? null : Arrays.copyOf(kinds, room);
        texts = texts == null ? null : Arrays.copyOf(texts, room);
    }
}
