package org.chengshu.sense.codec;

import java.nio.charset.StandardCharsets;

/** Reads what {@link ByteSink} wrote. */
final class ByteSource {
    private final byte[] bytes;
    private int at;

    ByteSource(byte[] bytes) {
        this.bytes = bytes;
    }

    int next() {
        return bytes[at++];
    }

    long unsigned() {
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

    long signed() {
        long value = unsigned();
        return (value >>> 1) ^ -(value & 1);
    }

    long low(int count) {
        long value = 0;
        for (int i = 0; i < count; i++) {
            value = (value << 8) | (bytes[at++] & 0xFF);
        }
        return value;
    }

    String text() {
        int length = (int) unsigned();
        String text = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        return text;
    }
}
