package org.chengshu.sense.codec;

/**
 * The readings of one batch, of many series: made fast, because every reading passes through it before it is
 * acknowledged. Pure; every method for many threads.
 */
public final class BlockCodec {
    private static final int FORMAT = 1;
    private static final int USUAL_BYTES = 9;
    /** The three lowest bits of what stands for a value: a decimal scale, or one of these. */
    private static final int MOST_DIGITS = 5;

    private static final int RAW = 6;
    private static final int OTHER = 7;
    private static final int FALSE = OTHER;
    private static final int TRUE = 1 << 3 | OTHER;
    private static final int WORDS = 2 << 3 | OTHER;

    private BlockCodec() {}

    /** Takes what a block holds, in the order in which it was written. */
    @FunctionalInterface
    public interface Taker {
        void take(int series, Columns points, int at);
    }

    /** The rows at these places, sorted by series and time; series[i] is that of points i. */
    public static byte[] encode(int[] series, Columns points, int[] places) {
        ByteSink out = new ByteSink(16 + places.length * USUAL_BYTES);
        out.put(FORMAT);
        out.unsigned(places.length);
        runs(series, places, out);
        long last = 0;
        for (int place : places) {
            out.signed(points.micros(place) - last);
            last = points.micros(place);
        }
        for (int place : places) {
            value(points, place, out);
        }
        return out.toBytes();
    }

    private static void runs(int[] series, int[] places, ByteSink out) {
        int last = 0;
        for (int i = 0; i < places.length; ) {
            int one = series[places[i]];
            int end = i + 1;
            while (end < places.length && series[places[end]] == one) {
                end++;
            }
            out.signed(one - last);
            out.unsigned(end - i);
            last = one;
            i = end;
        }
    }

    private static void value(Columns points, int at, ByteSink out) {
        switch (points.kind(at)) {
            case Columns.NUMBER -> number(points.number(at), out);
            case Columns.FLAG -> out.unsigned(points.number(at) == 0 ? FALSE : TRUE);
            default -> {
                out.unsigned(WORDS);
                out.text(points.text(at));
            }
        }
    }

    private static void number(double number, ByteSink out) {
        int scale = Decimals.scale(number, 0, MOST_DIGITS);
        if (scale == Decimals.NONE) {
            out.unsigned(RAW);
            out.low(Double.doubleToRawLongBits(number), Long.BYTES);
            return;
        }
        long mantissa = Decimals.mantissa(number, scale);
        out.unsigned(((mantissa << 1) ^ (mantissa >> 63)) << 3 | scale);
    }

    public static void decode(byte[] block, Taker taker) {
        ByteSource in = new ByteSource(block);
        int format = in.next();
        if (format != FORMAT) {
            throw new IllegalArgumentException("a block of the unknown format " + format);
        }
        int count = (int) in.unsigned();
        int[] series = new int[count];
        int last = 0;
        for (int i = 0; i < count; ) {
            last += (int) in.signed();
            for (int more = (int) in.unsigned(); more > 0; more--) {
                series[i++] = last;
            }
        }
        long[] times = new long[count];
        long time = 0;
        for (int i = 0; i < count; i++) {
            time += in.signed();
            times[i] = time;
        }
        Columns points = new Columns(Math.max(1, count));
        for (int i = 0; i < count; i++) {
            readValue(in, times[i], points);
            taker.take(series[i], points, i);
        }
    }

    private static void readValue(ByteSource in, long time, Columns points) {
        long head = in.unsigned();
        int code = (int) (head & 7);
        if (code <= MOST_DIGITS) {
            long folded = head >>> 3;
            points.addNumber(time, Decimals.number((folded >>> 1) ^ -(folded & 1), code));
        } else if (code == RAW) {
            points.addNumber(time, Double.longBitsToDouble(in.low(Long.BYTES)));
        } else if (head == WORDS) {
            points.addText(time, in.text());
        } else {
            points.addFlag(time, head == TRUE);
        }
    }
}
