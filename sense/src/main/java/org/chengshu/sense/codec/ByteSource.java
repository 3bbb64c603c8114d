package org.chengshu.sense.codec;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * Reads what {@link ByteSink} wrote. It does not look whether there is enough, for speed: bytes that end too early are an
 * {@link IndexOutOfBoundsException}.
 */
public final class ByteSource {
    private final byte[] bytes;
    private int at;

    public ByteSource(byte[] bytes) {
        this.bytes = bytes;
    }

    public boolean hasMore() {
        return at < bytes.length;
    }

    /** A number of things, each of which takes at least a byte. */
    public int count() {
        long count = unsigned();
        return Objects.checkIndex(Math.clamp(count, -1, Integer.MAX_VALUE), bytes.length - at + 1);
    }

    public int next() {
        return bytes[at++];
    }

    public long unsigned() {
        byte first = bytes[at++];
        if (first >= 0) {
            return first;
        }
        byte second = bytes[at++];
        long value = (first & 0x7F) | (second & 0x7FL) << 7;
        int shift = 14;
        byte last = second;
        while (last < 0) {
            last = bytes[at++];
            value |= (last & 0x7FL) << shift;
            shift += 7;
        }
        return value;
    }

    public long signed() {
        long value = unsigned();
        return (value >>> 1) ^ -(value & 1);
    }

    public long low(int count) {
        long value = 0;
        for (int i = 0; i < count; i++) {
            value = (value << 8) | (bytes[at++] & 0xFF);
        }
        return value;
    }

    public String text() {
        int length = count();
        String text = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        return text;
    }
}
