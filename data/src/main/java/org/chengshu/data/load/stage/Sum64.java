package org.chengshu.data.load.stage;

import java.util.zip.CRC32;
import org.chengshu.data.feed.SumMethod;

/**
 * The number that the bytes of a value give, the same here and in the database that is asked for it: Bob Jenkins' lookup3 as
 * {@code hashtextextended(value, 0)} has it, or CRC-32.
 */
final class Sum64 {
    private static final int START = 0x9e3779b9 + 3_923_095;
    private static final int BLOCK = 12;

    private Sum64() {}

    static long of(SumMethod method, byte[] value) {
        return switch (method) {
            case NONE -> 0;
            case PG64 -> pg64(value);
            case CRC32 -> crc32(value);
        };
    }

    private static long crc32(byte[] value) {
        CRC32 crc = new CRC32();
        crc.update(value);
        return crc.getValue();
    }

    static long pg64(byte[] k) {
        int a = START + k.length;
        int b = a;
        int c = a;
        int at = 0;
        for (; k.length - at >= BLOCK; at += BLOCK) {
            a += word(k, at);
            b += word(k, at + 4);
            c += word(k, at + 8);
            a = (a - c) ^ Integer.rotateLeft(c, 4);
            c += b;
            b = (b - a) ^ Integer.rotateLeft(a, 6);
            a += c;
            c = (c - b) ^ Integer.rotateLeft(b, 8);
            b += a;
            a = (a - c) ^ Integer.rotateLeft(c, 16);
            c += b;
            b = (b - a) ^ Integer.rotateLeft(a, 19);
            a += c;
            c = (c - b) ^ Integer.rotateLeft(b, 4);
            b += a;
        }
        a += tail(k, at, 4, 0);
        b += tail(k, at + 4, 4, 0);
        // The lowest byte of the last word stands for the length.
        c += tail(k, at + 8, 3, 8);
        return last(a, b, c);
    }

    private static long last(int first, int second, int third) {
        int a = first;
        int b = second;
        int c = third;
        c = (c ^ b) - Integer.rotateLeft(b, 14);
        a = (a ^ c) - Integer.rotateLeft(c, 11);
        b = (b ^ a) - Integer.rotateLeft(a, 25);
        c = (c ^ b) - Integer.rotateLeft(b, 16);
        a = (a ^ c) - Integer.rotateLeft(c, 4);
        b = (b ^ a) - Integer.rotateLeft(a, 14);
        c = (c ^ b) - Integer.rotateLeft(b, 24);
        return ((long) b << 32) | (c & 0xffff_ffffL);
    }

    private static int word(byte[] k, int at) {
        return (k[at] & 0xff) | (k[at + 1] & 0xff) << 8 | (k[at + 2] & 0xff) << 16 | k[at + 3] << 24;
    }

    private static int tail(byte[] k, int at, int most, int shift) {
        int word = 0;
        for (int i = 0; i < most && at + i < k.length; i++) {
            word |= (k[at + i] & 0xff) << (8 * i + shift);
        }
        return word;
    }
}
