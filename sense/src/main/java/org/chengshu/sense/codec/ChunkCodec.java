package org.chengshu.sense.codec;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The points of one series in few bytes. Times are kept as changes of their pace, numbers as steps of a decimal scale when
 * all of them have few digits, else by the bits that differ from the one before; texts once each. What does not change
 * costs next to nothing. Pure; every method for many threads.
 */
public final class ChunkCodec {
    private static final int FORMAT = 1;
    private static final int MIXED = 3;
    private static final int BY_BITS = 32;
    private static final long[] UNITS = {1_000_000, 1_000, 1};
    private static final int USUAL_BYTES = 4;

    private ChunkCodec() {}

    /** Encodes [from, to), which is in order of time and not empty. */
    public static byte[] encode(Columns points, int from, int to) {
        ByteSink out = new ByteSink(16 + (to - from) * USUAL_BYTES);
        out.put(FORMAT);
        out.unsigned(to - from);
        int kinds = kinds(points, from, to);
        out.put(kinds);
        if (kinds == MIXED) {
            for (int at = from; at < to; at++) {
                out.put(points.kind(at));
            }
        }
        times(points, from, to, out);
        if (kinds != Columns.TEXT) {
            numbers(points, from, to, out);
        }
        if (kinds >= Columns.TEXT) {
            texts(points, from, to, out);
        }
        return out.toBytes();
    }

    /** Adds the points of the chunk to those that are there. */
    public static void decode(byte[] chunk, Columns into) {
        ByteSource in = new ByteSource(chunk);
        int format = in.next();
        if (format != FORMAT) {
            throw new IllegalArgumentException("a chunk of the unknown format " + format);
        }
        int count = (int) in.unsigned();
        int begin = into.extend(count);
        int kinds = in.next();
        if (kinds == MIXED) {
            for (int at = begin; at < begin + count; at++) {
                into.mark(at, (byte) in.next(), null);
            }
        } else if (kinds != Columns.NUMBER) {
            for (int at = begin; at < begin + count; at++) {
                into.mark(at, (byte) kinds, null);
            }
        }
        readTimes(in, into.timesToFill(), begin, count);
        if (kinds != Columns.TEXT) {
            readNumbers(in, into.numbersToFill(), begin, count);
        }
        if (kinds >= Columns.TEXT) {
            readTexts(in, into, begin, count);
        }
    }

    public static Columns decode(byte[] chunk) {
        Columns points = new Columns(1);
        decode(chunk, points);
        return points;
    }

    private static int kinds(Columns points, int from, int to) {
        byte first = points.kind(from);
        if (points.allNumbers()) {
            return first;
        }
        for (int at = from + 1; at < to; at++) {
            if (points.kind(at) != first) {
                return MIXED;
            }
        }
        return first;
    }

    private static void times(Columns points, int from, int to, ByteSink out) {
        int unit = unit(points, from, to);
        out.put(unit);
        out.signed(points.micros(from));
        long[] steps = new long[to - from - 1];
        long pace = 0;
        for (int i = 0; i < steps.length; i++) {
            long step = (points.micros(from + i + 1) - points.micros(from + i)) / UNITS[unit];
            steps[i] = step - pace;
            pace = step;
        }
        steps(steps, out);
    }

    private static int unit(Columns points, int from, int to) {
        int unit = 0;
        for (int at = from + 1; at < to && unit < UNITS.length - 1; at++) {
            long step = points.micros(at) - points.micros(at - 1);
            while (step % UNITS[unit] != 0) {
                unit++;
            }
        }
        return unit;
    }

    private static void numbers(Columns points, int from, int to, ByteSink out) {
        int scale = scale(points, from, to);
        if (scale == Decimals.NONE) {
            out.put(BY_BITS);
            bits(points, from, to, out);
            return;
        }
        out.put(scale);
        long[] steps = new long[to - from];
        long last = 0;
        for (int at = from; at < to; at++) {
            long mantissa = Decimals.mantissa(points.number(at), scale);
            steps[at - from] = mantissa - last;
            last = mantissa;
        }
        steps(steps, out);
    }

    private static int scale(Columns points, int from, int to) {
        int scale = 0;
        for (int at = from; at < to; at++) {
            int needed = Decimals.scale(points.number(at), scale, Decimals.MOST_DIGITS);
            if (needed == Decimals.NONE) {
                return Decimals.NONE;
            }
            scale = needed;
        }
        for (int at = from; at < to; at++) {
            if (!Decimals.fits(points.number(at), scale)) {
                return Decimals.NONE;
            }
        }
        return scale;
    }

    /** With runs of zeros counted when that is shorter. */
    private static void steps(long[] steps, ByteSink out) {
        int zeros = 0;
        int runs = 0;
        for (int i = 0; i < steps.length; i++) {
            if (steps[i] == 0) {
                zeros++;
                runs += i == 0 || steps[i - 1] != 0 ? 1 : 0;
            }
        }
        boolean counted = runs * 2 < zeros;
        out.put(counted ? 1 : 0);
        for (int i = 0; i < steps.length; i++) {
            out.signed(steps[i]);
            if (counted && steps[i] == 0) {
                int more = i;
                while (more + 1 < steps.length && steps[more + 1] == 0) {
                    more++;
                }
                out.unsigned(more - i);
                i = more;
            }
        }
    }

    private static void bits(Columns points, int from, int to, ByteSink out) {
        long last = 0;
        for (int at = from; at < to; at++) {
            long bits = Double.doubleToRawLongBits(points.number(at));
            long changed = bits ^ last;
            last = bits;
            int tail = changed == 0 ? 0 : Long.numberOfTrailingZeros(changed) / 8;
            int length = Long.BYTES - Long.numberOfLeadingZeros(changed) / 8 - tail;
            out.put(changed == 0 ? 0 : tail << 4 | length);
            if (changed != 0) {
                out.low(changed >>> (tail * 8), length);
            }
        }
    }

    private static void texts(Columns points, int from, int to, ByteSink out) {
        Map<String, Integer> places = new HashMap<>();
        List<String> known = new ArrayList<>();
        for (int at = from; at < to; at++) {
            if (points.kind(at) == Columns.TEXT && places.putIfAbsent(points.text(at), known.size()) == null) {
                known.add(points.text(at));
            }
        }
        out.unsigned(known.size());
        known.forEach(out::text);
        for (int at = from; at < to; at++) {
            if (points.kind(at) == Columns.TEXT) {
                out.unsigned(places.get(points.text(at)));
            }
        }
    }

    private static void readTimes(ByteSource in, long[] micros, int begin, int count) {
        long unit = UNITS[in.next()];
        long time = in.signed();
        micros[begin] = time;
        boolean counted = in.next() == 1;
        long pace = 0;
        int end = begin + count;
        for (int at = begin + 1; at < end; at++) {
            long change = in.signed();
            pace += change;
            time += pace * unit;
            micros[at] = time;
            if (counted && change == 0) {
                for (long more = in.unsigned(); more > 0; more--) {
                    time += pace * unit;
                    micros[++at] = time;
                }
            }
        }
    }

    private static void readNumbers(ByteSource in, double[] numbers, int begin, int count) {
        int scale = in.next();
        if (scale == BY_BITS) {
            readBits(in, numbers, begin, count);
            return;
        }
        double power = Decimals.power(scale);
        boolean counted = in.next() == 1;
        long mantissa = 0;
        int end = begin + count;
        for (int at = begin; at < end; at++) {
            long step = in.signed();
            mantissa += step;
            double number = mantissa / power;
            numbers[at] = number;
            if (counted && step == 0) {
                for (long more = in.unsigned(); more > 0; more--) {
                    numbers[++at] = number;
                }
            }
        }
    }

    private static void readBits(ByteSource in, double[] numbers, int begin, int count) {
        long bits = 0;
        for (int at = begin; at < begin + count; at++) {
            int head = in.next();
            if (head != 0) {
                bits ^= in.low(head & 0xF) << ((head >> 4) * 8);
            }
            numbers[at] = Double.longBitsToDouble(bits);
        }
    }

    private static void readTexts(ByteSource in, Columns into, int begin, int count) {
        String[] known = new String[(int) in.unsigned()];
        for (int i = 0; i < known.length; i++) {
            known[i] = in.text();
        }
        for (int at = begin; at < begin + count; at++) {
            if (into.kind(at) == Columns.TEXT) {
                into.mark(at, Columns.TEXT, known[(int) in.unsigned()]);
            }
        }
    }
}
