package org.chengshu.data.feed.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Finds out how text is encoded, from its first bytes: by its mark, by zeros between letters (UTF-16), by being sound
 * UTF-8, else by whether high bytes come in pairs as they do in GB18030, or alone between letters as in Western text. A
 * text with one bad place in a thousand is still UTF-8.
 */
public final class EncodingGuess {
    static final int LOOKED_AT = 64 << 20;

    private static final double TOLERATED = 0.001;

    private final CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
    private final CharsetDecoder chinese = Encoding.CHINESE.newDecoder();
    private final CharBuffer sink = CharBuffer.allocate(1 << 16);
    private long high;
    private long highBeforeHigh;
    private long highBeforeLetter;
    private long utf8Faults;
    private long chineseFaults;
    private int before;

    private EncodingGuess() {
        utf8.onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT);
        chinese.onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** Reads up to 64 MiB. */
    public static Encoding of(InputStream in) throws IOException {
        byte[] head = in.readNBytes(1 << 16);
        Optional<Encoding> told = byMark(head).or(() -> byZeros(head));
        if (told.isPresent()) {
            return told.get();
        }
        return new EncodingGuess().scan(head, in);
    }

    /** What somebody says it is; a mark is passed over all the same. */
    public static Encoding told(InputStream in, Charset charset) throws IOException {
        byte[] head = in.readNBytes(3);
        int mark = byMark(head)
                .filter(found ->
                        charset.name().startsWith(found.charset().name().substring(0, 5)))
                .map(Encoding::markLength)
                .orElse(0);
        return new Encoding(charset, mark, 0, 1);
    }

    private static Optional<Encoding> byMark(byte[] head) {
        if (at(head, 0) == 0xEF && at(head, 1) == 0xBB && at(head, 2) == 0xBF) {
            return Optional.of(Encoding.utf8(1).afterMark(3));
        }
        if (at(head, 0) == 0xFF && at(head, 1) == 0xFE) {
            return Optional.of(new Encoding(StandardCharsets.UTF_16LE, 2, 0, 1));
        }
        if (at(head, 0) == 0xFE && at(head, 1) == 0xFF) {
            return Optional.of(new Encoding(StandardCharsets.UTF_16BE, 2, 0, 1));
        }
        return Optional.empty();
    }

    /** In UTF-16 every comma and every end of a line has a zero beside it, always on the same side. */
    private static Optional<Encoding> byZeros(byte[] head) {
        int even = 0;
        int odd = 0;
        for (int i = 0; i < head.length; i++) {
            if (head[i] == 0) {
                even += i % 2 == 0 ? 1 : 0;
                odd += i % 2 == 1 ? 1 : 0;
            }
        }
        int few = Math.max(2, head.length / 100);
        if (odd >= few && even <= odd / 20) {
            return Optional.of(new Encoding(StandardCharsets.UTF_16LE, 0, 0, 0.8));
        }
        return even >= few && odd <= even / 20
                ? Optional.of(new Encoding(StandardCharsets.UTF_16BE, 0, 0, 0.8))
                : Optional.empty();
    }

    private Encoding scan(byte[] head, InputStream in) throws IOException {
        byte[] carriedUtf8 = {};
        byte[] carriedChinese = {};
        byte[] piece = head;
        for (long read = 0;
                piece.length > 0 && read < LOOKED_AT;
                read += piece.length, piece = in.readNBytes(1 << 16)) {
            if (before == 0 && isAscii(piece) && carriedUtf8.length == 0 && carriedChinese.length == 0) {
                continue;
            }
            look(piece);
            ByteBuffer left = ByteBuffer.wrap(joined(carriedUtf8, piece));
            utf8Faults += faults(utf8, left);
            carriedUtf8 = rest(left);
            ByteBuffer alsoLeft = ByteBuffer.wrap(joined(carriedChinese, piece));
            chineseFaults += faults(chinese, alsoLeft);
            carriedChinese = rest(alsoLeft);
        }
        return judged();
    }

    private Encoding judged() {
        if (high == 0) {
            return Encoding.utf8(1);
        }
        if (utf8Faults <= high * TOLERATED) {
            return new Encoding(StandardCharsets.UTF_8, 0, utf8Faults, utf8Faults == 0 ? 0.99 : 0.8);
        }
        if (chineseFaults <= high * TOLERATED && highBeforeLetter <= highBeforeHigh) {
            double confidence = chineseFaults == 0 ? 0.9 : 0.7;
            return new Encoding(Encoding.CHINESE, 0, chineseFaults, confidence);
        }
        if (highBeforeLetter > highBeforeHigh) {
            return new Encoding(Encoding.WESTERN, 0, 0, 0.6);
        }
        return utf8Faults < chineseFaults
                ? new Encoding(StandardCharsets.UTF_8, 0, utf8Faults, 0.3)
                : new Encoding(Encoding.CHINESE, 0, chineseFaults, 0.3);
    }

    private void look(byte[] piece) {
        for (byte b : piece) {
            int now = b & 0xFF;
            boolean first = before >= 0x80;
            if (first && now >= 0x80) {
                highBeforeHigh++;
            } else if (first && Character.isLetterOrDigit(now)) {
                highBeforeLetter++;
            }
            high += now >= 0x80 ? 1 : 0;
            before = first && now >= 0x80 ? 0x7F : now;
        }
        before = before == 0x7F ? 0 : before;
    }

    private long faults(CharsetDecoder decoder, ByteBuffer bytes) {
        long faults = 0;
        while (true) {
            sink.clear();
            CoderResult result = decoder.decode(bytes, sink, false);
            if (result.isError()) {
                faults++;
                bytes.position(bytes.position() + result.length());
            } else if (result.isUnderflow()) {
                decoder.reset();
                return faults;
            }
        }
    }

    private static boolean isAscii(byte[] piece) {
        for (byte b : piece) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }

    private static byte[] rest(ByteBuffer bytes) {
        byte[] rest = new byte[bytes.remaining()];
        bytes.get(rest);
        return rest;
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = new byte[first.length + second.length];
        System.arraycopy(first, 0, both, 0, first.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static int at(byte[] head, int index) {
        return index < head.length ? head[index] & 0xFF : -1;
    }
}
