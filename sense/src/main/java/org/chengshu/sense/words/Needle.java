package org.chengshu.sense.words;

import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;

/**
 * A piece of text that is looked for in many devices; the case of Latin letters does not count. Before a device's text is
 * looked at, its mark of 512 bits is: every two neighbouring bytes of the text set one bit, so a text whose mark lacks a bit
 * of the needle's cannot hold it. Marks lie in parts of 64 bits, the same part of all devices in a row: a short needle has
 * bits in few parts, and only these are read.
 */
public final class Needle {
    /** How many parts a mark has. */
    public static final int PARTS = 8;

    private static final int SPREAD = 0x9E3779B1;
    /** Leaves nine bits: six of them say which bit of a part. */
    private static final int SHIFT = 23;

    private final byte[] bytes;
    private final String letters;
    private final int[] parts;
    private final long[] masks;

    public Needle(String text) {
        this.bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = fold(bytes[i]);
        }
        this.letters = text.chars().allMatch(letter -> letter < 128) ? text : "";
        long[] mark = mark(bytes);
        this.parts = IntStream.range(0, PARTS).filter(part -> mark[part] != 0).toArray();
        this.masks = IntStream.of(parts).mapToLong(part -> mark[part]).toArray();
    }

    /** Whether the text with this number may hold it, by the marks of all texts, part by part. */
    public boolean mayBeIn(long[][] marks, int number) {
        for (int i = 0; i < parts.length; i++) {
            if ((marks[parts[i]][number] & masks[i]) != masks[i]) {
                return false;
            }
        }
        return true;
    }

    public boolean isIn(byte[] text) {
        int last = text.length - bytes.length;
        for (int i = 0; i <= last; i++) {
            if (fold(text[i]) == bytes[0] && isAt(text, i)) {
                return true;
            }
        }
        return false;
    }

    public boolean isIn(String text) {
        return letters.isEmpty() ? isIn(text.getBytes(StandardCharsets.UTF_8)) : isAmong(text);
    }

    /** Plain letters are looked for where they stand; a search does this many thousand times. */
    private boolean isAmong(String text) {
        int last = text.length() - letters.length();
        for (int i = 0; i <= last; i++) {
            if (text.regionMatches(true, i, letters, 0, letters.length())) {
                return true;
            }
        }
        return false;
    }

    public boolean begins(String text) {
        if (!letters.isEmpty()) {
            return text.regionMatches(true, 0, letters, 0, letters.length());
        }
        byte[] its = text.getBytes(StandardCharsets.UTF_8);
        return its.length >= bytes.length && isAt(its, 0);
    }

    private boolean isAt(byte[] text, int from) {
        for (int k = 0; k < bytes.length; k++) {
            if (fold(text[from + k]) != bytes[k]) {
                return false;
            }
        }
        return true;
    }

    public static long[] mark(byte[] text) {
        long[] mark = new long[PARTS];
        for (int i = 0; i + 1 < text.length; i++) {
            int bit = (((fold(text[i]) & 0xFF) << 8 | (fold(text[i + 1]) & 0xFF)) * SPREAD) >>> SHIFT;
            mark[bit >>> 6] |= 1L << (bit & 63);
        }
        return mark;
    }

    private static byte fold(byte one) {
        return one >= 'A' && one <= 'Z' ? (byte) (one | 0x20) : one;
    }
}
