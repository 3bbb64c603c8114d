package org.chengshu.data.load.stage;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Rows in the text form of PostgreSQL's COPY. Not for many threads. */
public final class CopyText {
    private static final byte[] NOTHING = {'\\', 'N'};

    private byte[] bytes;
    private int length;

    CopyText(int capacity) {
        bytes = new byte[capacity];
    }

    void value(byte[] value) {
        makeRoom(2 * value.length + 1);
        for (byte next : value) {
            switch (next) {
                case '\\' -> escaped('\\');
                case '\t' -> escaped('t');
                case '\n' -> escaped('n');
                case '\r' -> escaped('r');
                default -> bytes[length++] = next;
            }
        }
        bytes[length++] = '\t';
    }

    void nothing() {
        makeRoom(NOTHING.length + 1);
        bytes[length++] = NOTHING[0];
        bytes[length++] = NOTHING[1];
        bytes[length++] = '\t';
    }

    void endRow(long line) {
        byte[] digits = Long.toString(line).getBytes(StandardCharsets.US_ASCII);
        makeRoom(digits.length + 1);
        System.arraycopy(digits, 0, bytes, length, digits.length);
        length += digits.length;
        bytes[length++] = '\n';
    }

    public boolean isEmpty() {
        return length == 0;
    }

    /** What is in it; only to be read. */
    public byte[] bytes() {
        return bytes;
    }

    public int size() {
        return length;
    }

    private void escaped(char letter) {
        bytes[length++] = '\\';
        bytes[length++] = (byte) letter;
    }

    private void makeRoom(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
