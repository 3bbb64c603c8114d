package org.chengshu.sense.decoders;

import java.util.Locale;
import java.util.Optional;
import java.util.zip.CRC32;
import org.chengshu.sense.decoders.BinaryField.Order;

/** A check over the bytes from a place up to where the check itself stands, unless told otherwise. Immutable. */
record Checksum(Kind kind, int at, int from, Order order) {
    /** The ways of checking; polynomials and starts as the catalogue of parametrised CRC algorithms names them. */
    enum Kind {
        CRC16_MODBUS(2, Order.LITTLE),
        CRC16_CCITT(2, Order.BIG),
        CRC16_XMODEM(2, Order.BIG),
        CRC32(4, Order.BIG),
        CRC8(1, Order.BIG),
        SUM8(1, Order.BIG),
        SUM16(2, Order.BIG),
        LRC(1, Order.BIG),
        XOR8(1, Order.BIG);

        final int length;
        final Order usual;

        Kind(int length, Order usual) {
            this.length = length;
            this.usual = usual;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Optional<Kind> ofWord(String word) {
            for (Kind kind : values()) {
                if (kind.word().equals(word)) {
                    return Optional.of(kind);
                }
            }
            return Optional.empty();
        }
    }

    /** What is wrong, if anything. */
    Optional<String> fault(Frame frame) {
        int start = frame.start(at, kind.length);
        int first = frame.start(from, 0);
        if (start < 0 || first < 0 || first > start) {
            return Optional.of("the frame is too short for its checksum");
        }
        long stands = 0;
        for (int i = 0; i < kind.length; i++) {
            stands = (stands << 8) | (frame.bytes()[start + order.place(i, kind.length)] & 0xFF);
        }
        long given = compute(frame.bytes(), first, start);
        return stands == given
                ? Optional.empty()
                : Optional.of(kind.word() + " is " + Long.toHexString(stands) + ", the bytes give "
                        + Long.toHexString(given));
    }

    long compute(byte[] bytes, int from, int to) {
        return switch (kind) {
            case CRC16_MODBUS -> reflected16(bytes, from, to);
            case CRC16_CCITT -> crc(bytes, from, to, 0x1021, 0xFFFF, 16);
            case CRC16_XMODEM -> crc(bytes, from, to, 0x1021, 0, 16);
            case CRC8 -> crc(bytes, from, to, 0x07, 0, 8);
            case CRC32 -> crc32(bytes, from, to);
            case SUM8 -> sum(bytes, from, to) & 0xFF;
            case SUM16 -> sum(bytes, from, to) & 0xFFFF;
            case LRC -> -sum(bytes, from, to) & 0xFF;
            case XOR8 -> xor(bytes, from, to);
        };
    }

    private static long crc32(byte[] bytes, int from, int to) {
        CRC32 crc = new CRC32();
        crc.update(bytes, from, to - from);
        return crc.getValue();
    }

    private static long reflected16(byte[] bytes, int from, int to) {
        int crc = 0xFFFF;
        for (int i = from; i < to; i++) {
            crc ^= bytes[i] & 0xFF;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 1) == 0 ? crc >>> 1 : crc >>> 1 ^ 0xA001;
            }
        }
        return crc;
    }

    private static long crc(byte[] bytes, int from, int to, int polynomial, int start, int width) {
        int crc = start;
        int top = 1 << (width - 1);
        int all = (top << 1) - 1;
        for (int i = from; i < to; i++) {
            crc ^= (bytes[i] & 0xFF) << (width - 8);
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & top) == 0 ? crc << 1 : crc << 1 ^ polynomial;
            }
            crc &= all;
        }
        return crc;
    }

    private static long sum(byte[] bytes, int from, int to) {
        long sum = 0;
        for (int i = from; i < to; i++) {
            sum += bytes[i] & 0xFF;
        }
        return sum;
    }

    private static long xor(byte[] bytes, int from, int to) {
        int xor = 0;
        for (int i = from; i < to; i++) {
            xor ^= bytes[i] & 0xFF;
        }
        return xor;
    }
}
