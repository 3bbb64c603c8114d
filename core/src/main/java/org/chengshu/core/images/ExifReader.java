package org.chengshu.core.images;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.chengshu.kernel.geo.Position;

/** Reads the few EXIF tags that tell when and where; never looks beyond the bytes it was given. */
final class ExifReader {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy:MM:dd HH:mm:ss", Locale.ROOT);
    private static final byte[] PREFIX = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final int MOST_ENTRIES = 1_000;
    private static final int LONGEST_TEXT = 100;
    private static final int ENTRY = 12;
    private static final int MAGIC = 42;
    private static final int ASCII = 2;
    private static final int LONG = 4;
    private static final int RATIONAL = 5;

    private static final int EXIF_POINTER = 0x8769;
    private static final int GPS_POINTER = 0x8825;
    private static final int CHANGED = 0x0132;
    private static final int ORIGINAL = 0x9003;
    private static final int ORIGINAL_OFFSET = 0x9011;
    private static final int LATITUDE_REF = 1;
    private static final int LATITUDE = 2;
    private static final int LONGITUDE_REF = 3;
    private static final int LONGITUDE = 4;

    private final ByteBuffer bytes;

    private ExifReader(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    static ImageFacts read(byte[] exif) {
        boolean prefixed = exif.length >= PREFIX.length && exif[0] == 'E' && exif[1] == 'x';
        int from = prefixed ? PREFIX.length : 0;
        try {
            ByteBuffer bytes = ByteBuffer.wrap(exif, from, exif.length - from).slice();
            bytes.order(bytes.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            return bytes.getShort(2) == MAGIC ? new ExifReader(bytes).facts() : ImageFacts.NONE;
        } catch (IndexOutOfBoundsException | BufferUnderflowException e) {
            return ImageFacts.NONE;
        }
    }

    private ImageFacts facts() {
        int first = bytes.getInt(4);
        OptionalInt exif = pointer(first, EXIF_POINTER);
        OptionalInt gps = pointer(first, GPS_POINTER);
        Optional<LocalDateTime> original = exif.isPresent() ? time(exif.getAsInt(), ORIGINAL) : Optional.empty();
        return new ImageFacts(
                original.or(() -> time(first, CHANGED)),
                exif.isPresent() ? offset(exif.getAsInt()) : Optional.empty(),
                gps.isPresent() ? position(gps.getAsInt()) : Optional.empty());
    }

    /** Where the entry of a tag stands in a directory. */
    private OptionalInt entry(int directory, int tag) {
        if (directory < 0 || directory > bytes.limit() - 2) {
            return OptionalInt.empty();
        }
        int count = Math.min(bytes.getShort(directory) & 0xffff, MOST_ENTRIES);
        for (int i = 0; i < count; i++) {
            int at = directory + 2 + i * ENTRY;
            if (at > bytes.limit() - ENTRY) {
                return OptionalInt.empty();
            }
            if ((bytes.getShort(at) & 0xffff) == tag) {
                return OptionalInt.of(at);
            }
        }
        return OptionalInt.empty();
    }

    private OptionalInt pointer(int directory, int tag) {
        OptionalInt at = entry(directory, tag);
        return at.isPresent() && type(at.getAsInt()) == LONG
                ? OptionalInt.of(bytes.getInt(at.getAsInt() + 8))
                : OptionalInt.empty();
    }

    private int type(int entry) {
        return bytes.getShort(entry + 2);
    }

    private Optional<String> text(int directory, int tag) {
        OptionalInt at = entry(directory, tag);
        if (at.isEmpty() || type(at.getAsInt()) != ASCII) {
            return Optional.empty();
        }
        int length = bytes.getInt(at.getAsInt() + 4);
        int from = length <= 4 ? at.getAsInt() + 8 : bytes.getInt(at.getAsInt() + 8);
        if (length < 0 || length > LONGEST_TEXT || from < 0 || from > bytes.limit() - length) {
            return Optional.empty();
        }
        byte[] text = new byte[length];
        bytes.get(from, text);
        String words = new String(text, StandardCharsets.US_ASCII);
        int end = words.indexOf('\0');
        return Optional.of((end < 0 ? words : words.substring(0, end)).strip());
    }

    private Optional<LocalDateTime> time(int directory, int tag) {
        return text(directory, tag).flatMap(words -> {
            try {
                return Optional.of(LocalDateTime.parse(words, TIME));
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        });
    }

    private Optional<ZoneOffset> offset(int directory) {
        return text(directory, ORIGINAL_OFFSET).flatMap(words -> {
            try {
                return Optional.of(ZoneOffset.of(words));
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        });
    }

    private Optional<Position> position(int gps) {
        OptionalDouble latitude = degrees(gps, LATITUDE, LATITUDE_REF, "S");
        OptionalDouble longitude = degrees(gps, LONGITUDE, LONGITUDE_REF, "W");
        if (latitude.isEmpty() || longitude.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Position(longitude.getAsDouble(), latitude.getAsDouble()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    // Degrees, minutes and seconds, each a fraction.
    private OptionalDouble degrees(int gps, int tag, int refTag, String negative) {
        OptionalInt at = entry(gps, tag);
        if (at.isEmpty() || type(at.getAsInt()) != RATIONAL || bytes.getInt(at.getAsInt() + 4) != 3) {
            return OptionalDouble.empty();
        }
        int from = bytes.getInt(at.getAsInt() + 8);
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            long over = bytes.getInt(from + i * 8) & 0xffffffffL;
            long under = bytes.getInt(from + i * 8 + 4) & 0xffffffffL;
            if (under == 0 && over != 0) {
                return OptionalDouble.empty();
            }
            sum += under == 0 ? 0 : (double) over / under / Math.pow(60, i);
        }
        boolean minus = text(gps, refTag).filter(negative::equals).isPresent();
        return OptionalDouble.of(minus ? -sum : sum);
    }
}
