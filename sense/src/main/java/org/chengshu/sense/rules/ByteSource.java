package org.chengshu.sense.rules;

import java.nio.charset.StandardCharsets;

/** Bytes being read; those that end too early are an {@link IllegalArgumentException}. */
final class ByteSource {
    private final byte[] bytes;
    private int at;

    ByteSource(byte[] bytes) {
        this.bytes = bytes;
    }

    boolean hasMore() {
        return at < bytes.length;
    }

    int take() {
        require(1);
        return bytes[at++];
    }

    long fixed() {
        require(8);
        long number = 0;
        for (int i = 0; i < 8; i++) {
            number = (number << 8) | (bytes[at++] & 0xFF);
        }
        return number;
    }

    long varint() {
        long number = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            int one = take();
            number |= (long) (one & 0x7F) << shift;
            if (one >= 0) {
                return number;
            }
        }
        throw new IllegalArgumentException("a number of too many bytes");
    }

    /** A number of things, each of which takes at least a byte. */
    int count() {
        long count = varint();
        if (count < 0 || count > bytes.length - at) {
            throw new IllegalArgumentException("there are fewer bytes than are announced");
        }
        return (int) count;
    }

    String text() {
        int length = count();
        String text = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        return text;
    }

    private void require(int count) {
        if (bytes.length - at < count) {
            throw new IllegalArgumentException("a memory ends too early");
        }
    }
}
