package org.chengshu.core.images;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** A JPEG as the row of its marker segments. */
final class JpegParts {
    private static final int MARK = 0xff;
    private static final int START = 0xd8;
    private static final int END = 0xd9;
    private static final int SCAN = 0xda;
    private static final int FIRST_RESTART = 0xd0;
    private static final int LAST_RESTART = 0xd7;
    private static final int STANDALONE = 0x01;
    private static final int FIRST_APPLICATION = 0xe0;
    private static final int EXIF_APPLICATION = 0xe1;
    private static final int COLOUR_APPLICATION = 0xe2;
    private static final int ADOBE_APPLICATION = 0xee;
    private static final int LAST_APPLICATION = 0xef;
    private static final int COMMENT = 0xfe;
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] COLOUR = "ICC_PROFILE\0".getBytes(StandardCharsets.US_ASCII);

    private final byte[] content;
    private int at = 2;

    private JpegParts(byte[] content) {
        this.content = content;
    }

    static Optional<byte[]> exif(byte[] content) throws BrokenImage {
        JpegParts parts = new JpegParts(content);
        for (int marker = parts.marker(); marker != END && marker != SCAN; marker = parts.marker()) {
            int from = parts.at;
            parts.skip(marker);
            if (marker == EXIF_APPLICATION && parts.begins(from, EXIF)) {
                return Optional.of(Arrays.copyOfRange(content, from + 2 + EXIF.length, parts.at));
            }
        }
        return Optional.empty();
    }

    static byte[] stripped(byte[] content) throws BrokenImage {
        JpegParts parts = new JpegParts(content);
        ByteArrayOutputStream kept = new ByteArrayOutputStream(content.length);
        kept.write(MARK);
        kept.write(START);
        boolean drawn = false;
        for (int marker = parts.marker(); marker != END; marker = parts.marker()) {
            int from = parts.at;
            parts.skip(marker);
            if (marker == SCAN) {
                parts.skipScan();
                drawn = true;
            }
            if (parts.draws(marker, from)) {
                kept.write(MARK);
                kept.write(marker);
                kept.write(content, from, parts.at - from);
            }
        }
        if (!drawn) {
            throw new BrokenImage("it holds no picture");
        }
        kept.write(MARK);
        kept.write(END);
        return kept.toByteArray();
    }

    // The file's own frame, the colours and Adobe's note on them are needed to draw it; all other notes are not.
    private boolean draws(int marker, int from) {
        if (marker == COMMENT) {
            return false;
        }
        if (marker < FIRST_APPLICATION || marker > LAST_APPLICATION) {
            return true;
        }
        return marker == ADOBE_APPLICATION || (marker == COLOUR_APPLICATION && begins(from, COLOUR));
    }

    private int marker() throws BrokenImage {
        if (next() != MARK) {
            throw new BrokenImage("byte " + (at - 1) + " is no marker");
        }
        int marker = next();
        while (marker == MARK) {
            marker = next();
        }
        if (marker == 0 || marker == START) {
            throw new BrokenImage("byte " + (at - 1) + " is no marker that may stand here");
        }
        return marker;
    }

    private void skip(int marker) throws BrokenImage {
        if (marker == STANDALONE || isRestart(marker)) {
            return;
        }
        int length = next() << 8 | next();
        if (length < 2 || length - 2 > content.length - at) {
            throw new BrokenImage("the segment at byte " + (at - 2) + " is longer than the file");
        }
        at += length - 2;
    }

    private void skipScan() throws BrokenImage {
        while (at + 1 < content.length) {
            int following = content[at + 1] & MARK;
            boolean data = (content[at] & MARK) != MARK || following == 0 || isRestart(following);
            if (!data && following != MARK) {
                return;
            }
            at++;
        }
        throw new BrokenImage("it has no end");
    }

    private static boolean isRestart(int marker) {
        return marker >= FIRST_RESTART && marker <= LAST_RESTART;
    }

    private boolean begins(int segment, byte[] word) {
        int from = segment + 2;
        return at - from >= word.length && Arrays.equals(content, from, from + word.length, word, 0, word.length);
    }

    private int next() throws BrokenImage {
        if (at >= content.length) {
            throw new BrokenImage("it has no end");
        }
        return content[at++] & MARK;
    }
}
