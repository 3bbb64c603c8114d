package org.chengshu.data.feed.text;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * How the bytes of a text are written. Immutable.
 *
 * @param markLength bytes of the byte order mark to be passed over
 * @param damaged how many places do not decode; what stands there is shown as U+FFFD
 */
public record Encoding(Charset charset, int markLength, long damaged, double confidence) {
    static final Charset CHINESE = Charset.forName("GB18030");
    static final Charset WESTERN = Charset.forName("windows-1252");

    static Encoding utf8(double confidence) {
        return new Encoding(StandardCharsets.UTF_8, 0, 0, confidence);
    }

    Encoding afterMark(int length) {
        return new Encoding(charset, length, damaged, confidence);
    }
}
