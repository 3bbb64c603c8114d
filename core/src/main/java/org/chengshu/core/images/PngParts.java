package org.chengshu.core.images;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** A PNG as the row of its chunks. */
final class PngParts {
    private static final int BEGIN = 8;
    private static final int AROUND = 12;
    private static final String END = "IEND";
    private static final Set<String> DRAWING = Set.of(
            "IHDR", "PLTE", "IDAT", END, "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "pHYs", "bKGD", "cICP", "acTL",
            "fcTL", "fdAT");

    private PngParts() {}

    static Optional<byte[]> exif(byte[] content) throws BrokenImage {
        for (int at = BEGIN; ; at = after(content, at)) {
            String name = name(content, at);
            if (name.equals("eXIf")) {
                return Optional.of(Arrays.copyOfRange(content, at + 8, after(content, at) - 4));
            }
            if (name.equals(END)) {
                return Optional.empty();
            }
        }
    }

    static byte[] stripped(byte[] content) throws BrokenImage {
        ByteArrayOutputStream kept = new ByteArrayOutputStream(content.length);
        kept.write(content, 0, BEGIN);
        boolean drawn = false;
        for (int at = BEGIN; ; at = after(content, at)) {
            String name = name(content, at);
            drawn |= name.equals("IDAT");
            int end = after(content, at);
            if (DRAWING.contains(name)) {
                kept.write(content, at, end - at);
            }
            if (name.equals(END)) {
                if (!drawn) {
                    throw new BrokenImage("it holds no picture");
                }
                return kept.toByteArray();
            }
        }
    }

    private static String name(byte[] content, int at) throws BrokenImage {
        if (content.length - at < AROUND) {
            throw new BrokenImage("it has no end");
        }
        return new String(content, at + 4, 4, StandardCharsets.ISO_8859_1);
    }

    private static int after(byte[] content, int at) throws BrokenImage {
        int length = ByteBuffer.wrap(content, at, 4).getInt();
        if (length < 0 || length > content.length - at - AROUND) {
            throw new BrokenImage("the chunk at byte " + at + " is longer than the file");
        }
        return at + AROUND + length;
    }
}
