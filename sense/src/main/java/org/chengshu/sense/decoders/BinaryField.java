package org.chengshu.sense.decoders;

import java.nio.charset.Charset;
import java.util.Optional;
import org.chengshu.sense.decoders.Row.FieldName;

/**
 * A piece of a frame: so many bytes at a place, read as a type. Bits are counted from the least significant, 0, of the number
 * that the bytes make. Immutable.
 */
record BinaryField(
        FieldName name,
        int at,
        int length,
        Kind kind,
        Order order,
        int firstBit,
        int bits,
        Charset charset,
        Conversion conversion,
        boolean required) {
    /** How bytes become a value. */
    enum Kind {
        UNSIGNED,
        SIGNED,
        FLOAT,
        BITS,
        BCD,
        DIGITS,
        TEXT,
        HEX
    }

    /** In which order the bytes of a number stand; swapped: by words of two bytes, as many Modbus devices send. */
    enum Order {
        BIG,
        LITTLE,
        BIG_SWAPPED,
        LITTLE_SWAPPED;

        /** The byte, most significant first, that stands at this place of the number. */
        int place(int index, int length) {
            return switch (this) {
                case BIG -> index;
                case LITTLE -> length - 1 - index;
                case BIG_SWAPPED -> length - 2 - (index & ~1) + (index & 1);
                case LITTLE_SWAPPED -> (index & ~1) + 1 - (index & 1);
            };
        }
    }

    /** A Double or String; nothing when the bytes are none of the kind. The start is known to be within the bytes. */
    Optional<Object> read(byte[] bytes, int start) {
        return switch (kind) {
            case UNSIGNED -> Optional.of(unsigned(whole(bytes, start)));
            case SIGNED -> Optional.of((double) signed(whole(bytes, start)));
            case FLOAT -> floating(whole(bytes, start));
            case BITS -> Optional.of((double) (whole(bytes, start) >>> firstBit & mask(bits)));
            case BCD -> digits(bytes, start).map(Double::parseDouble);
            case DIGITS -> digits(bytes, start).map(digits -> digits);
            case TEXT -> Optional.of(text(bytes, start));
            case HEX -> Optional.of(hex(bytes, start));
        };
    }

    private long whole(byte[] bytes, int start) {
        long whole = 0;
        for (int i = 0; i < length; i++) {
            whole = (whole << 8) | (bytes[start + order.place(i, length)] & 0xFF);
        }
        return whole;
    }

    private static double unsigned(long whole) {
        return whole >= 0 ? whole : (whole >>> 1) * 2.0 + (whole & 1);
    }

    private long signed(long whole) {
        int unused = Long.SIZE - 8 * length;
        return whole << unused >> unused;
    }

    private Optional<Object> floating(long whole) {
        double number = length == Float.BYTES ? Float.intBitsToFloat((int) whole) : Double.longBitsToDouble(whole);
        return Double.isFinite(number) ? Optional.of(number) : Optional.empty();
    }

    private static long mask(int bits) {
        return bits == Long.SIZE ? -1 : (1L << bits) - 1;
    }

    private Optional<String> digits(byte[] bytes, int start) {
        StringBuilder digits = new StringBuilder(2 * length);
        for (int i = 0; i < length; i++) {
            int two = bytes[start + order.place(i, length)] & 0xFF;
            if (two >>> 4 > 9 || (two & 15) > 9) {
                return Optional.empty();
            }
            digits.append(two >>> 4).append(two & 15);
        }
        return Optional.of(digits.toString());
    }

    private String text(byte[] bytes, int start) {
        String text = new String(bytes, start, length, charset);
        int end = text.indexOf('\0');
        return (end < 0 ? text : text.substring(0, end)).strip();
    }

    private String hex(byte[] bytes, int start) {
        return java.util.HexFormat.of().formatHex(bytes, start, start + length);
    }
}
