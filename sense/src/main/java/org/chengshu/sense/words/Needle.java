package org.chengshu.sense.words;

import java.nio.charset.StandardCharsets;

/**
 * A piece of text that is looked for in many devices; the case of Latin letters does not count. Before a device's text is
 * looked at, its mark of 128 bits is: every two neighbouring bytes of the text set one bit, so a text whose mark lacks a bit
 * of the needle's cannot hold it.
 */
public final class Needle {
    private static final int SPREAD = 0x9E3779B1;

    private final byte[] bytes;
    private final String letters;
    private final long low;
    private final long high;

    public Needle(String text) {
        this.bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = fold(bytes[i]);
        }
        this.letters = text.chars().allMatch(letter -> letter < 128) ? text : "";
        this.low = low(bytes);
        this.high = high(bytes);
    }

    public boolean mayBeIn(long itsLow, long itsHigh) {
        return (itsLow & low) == low && (itsHigh & high) == high;
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

    public static long low(byte[] text) {
        return mark(text, 0);
    }

    public static long high(byte[] text) {
        return mark(text, 1);
    }

    private static long mark(byte[] text, int half) {
        long mark = 0;
        for (int i = 0; i + 1 < text.length; i++) {
            int bit = (((fold(text[i]) & 0xFF) << 8 | (fold(text[i + 1]) & 0xFF)) * SPREAD) >>> 25;
            if (bit >>> 6 == half) {
                mark |= 1L << (bit & 63);
            }
        }
        return mark;
    }

    private static byte fold(byte one) {
        return one >= 'A' && one <= 'Z' ? (byte) (one | 0x20) : one;
    }
}
