package org.chengshu.core.images;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** A WebP as the row of its RIFF chunks. */
final class WebpParts {
    private static final int BEGIN = 12;
    private static final int HEAD = 8;
    private static final int SIZE_AT = 4;
    private static final int NOTES = 0x08 | 0x04;
    private static final String EXTENDED = "VP8X";
    private static final Set<String> PICTURES = Set.of("VP8 ", "VP8L", "ANMF");
    private static final Set<String> DRAWING = Set.of("VP8 ", "VP8L", EXTENDED, "ALPH", "ANIM", "ANMF", "ICCP");

    private WebpParts() {}

    static Optional<byte[]> exif(byte[] content) throws BrokenImage {
        int end = end(content);
        int at = BEGIN;
        while (at < end) {
            int next = after(content, at, end);
            if (name(content, at).equals("EXIF")) {
                return Optional.of(Arrays.copyOfRange(content, at + HEAD, at + HEAD + length(content, at)));
            }
            at = next;
        }
        return Optional.empty();
    }

    static byte[] stripped(byte[] content) throws BrokenImage {
        int end = end(content);
        ByteArrayOutputStream kept = new ByteArrayOutputStream(content.length);
        kept.write(content, 0, BEGIN);
        boolean drawn = false;
        for (int at = BEGIN; at < end; at = after(content, at, end)) {
            int next = after(content, at, end);
            String name = name(content, at);
            drawn |= PICTURES.contains(name);
            if (DRAWING.contains(name)) {
                byte[] chunk = Arrays.copyOfRange(content, at, next);
                if (name.equals(EXTENDED) && length(content, at) > 0) {
                    chunk[HEAD] &= (byte) ~NOTES;
                }
                kept.writeBytes(chunk);
            }
        }
        if (!drawn) {
            throw new BrokenImage("it holds no picture");
        }
        byte[] whole = kept.toByteArray();
        ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN).putInt(SIZE_AT, whole.length - HEAD);
        return whole;
    }

    private static int end(byte[] content) throws BrokenImage {
        int size = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN).getInt(SIZE_AT);
        if (size < 0 || size > content.length - HEAD) {
            throw new BrokenImage("it has no end");
        }
        return HEAD + size;
    }

    private static String name(byte[] content, int at) {
        return new String(content, at, 4, StandardCharsets.ISO_8859_1);
    }

    private static int length(byte[] content, int at) {
        return ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN).getInt(at + 4);
    }

    // Chunks are padded to an even length.
    private static int after(byte[] content, int at, int end) throws BrokenImage {
        if (end - at < HEAD) {
            throw new BrokenImage("byte " + at + " is no chunk");
        }
        int length = length(content, at);
        if (length < 0 || length > end - at - HEAD) {
            throw new BrokenImage("the chunk at byte " + at + " is longer than the file");
        }
        return Math.min(end, at + HEAD + length + (length & 1));
    }
}
