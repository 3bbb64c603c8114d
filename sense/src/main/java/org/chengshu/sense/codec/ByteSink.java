package org.chengshu.sense.codec;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes to be written; numbers as 7 bits a byte, small ones short. */
public final class ByteSink {
    private static final int LONGEST = 10;

    private byte[] bytes;
    private int size;

    public ByteSink(int room) {
        bytes = new byte[room];
    }

    public void put(int value) {
        need(1);
        bytes[size++] = (byte) value;
    }

    public void unsigned(long value) {
        need(LONGEST);
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    public void signed(long value) {
        unsigned((value << 1) ^ (value >> 63));
    }

    /** The lowest bytes of a number, highest first. */
    public void low(long value, int count) {
        need(Long.BYTES);
        for (int i = count - 1; i >= 0; i--) {
            bytes[size++] = (byte) (value >>> (i * 8));
        }
    }

    public void text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        unsigned(utf8.length);
        need(utf8.length);
        System.arraycopy(utf8, 0, bytes, size, utf8.length);
        size += utf8.length;
    }

    public byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    private void need(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length * 2));
        }
    }
}
