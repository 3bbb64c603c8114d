package org.chengshu.core.images;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The kinds of pictures that are taken. A kind is told by the first bytes of the content, never by a name or a header. */
public enum ImageKind {
    JPEG("image/jpeg", "jpg"),
    PNG("image/png", "png"),
    WEBP("image/webp", "webp");

    private static final byte[] JPEG_BEGIN = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
    private static final byte[] PNG_BEGIN = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte[] RIFF = "RIFF".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] WEBP_MARK = "WEBP".getBytes(StandardCharsets.US_ASCII);
    private static final int WEBP_MARK_AT = 8;

    private final String type;
    private final String suffix;

    ImageKind(String type, String suffix) {
        this.type = type;
        this.suffix = suffix;
    }

    /** The media type. */
    public String type() {
        return type;
    }

    /** How names of such files end, without the dot. */
    public String suffix() {
        return suffix;
    }

    /** What the content begins like; empty when it is none of them. */
    public static Optional<ImageKind> of(byte[] content) {
        if (isAt(content, 0, JPEG_BEGIN)) {
            return Optional.of(JPEG);
        }
        if (isAt(content, 0, PNG_BEGIN)) {
            return Optional.of(PNG);
        }
        return isAt(content, 0, RIFF) && isAt(content, WEBP_MARK_AT, WEBP_MARK) ? Optional.of(WEBP) : Optional.empty();
    }

    private static boolean isAt(byte[] content, int at, byte[] expected) {
        return content.length >= at + expected.length
                && Arrays.equals(content, at, at + expected.length, expected, 0, expected.length);
    }
}
