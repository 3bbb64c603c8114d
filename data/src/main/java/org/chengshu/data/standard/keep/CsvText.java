package org.chengshu.data.standard.keep;

import java.io.Reader;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The text of a file that people saved from a spreadsheet: UTF-8, or else what Chinese spreadsheets write, GB 18030. */
public final class CsvText {
    private static final Charset CHINESE = Charset.forName("GB18030");

    private CsvText() {}

    public static Reader reader(byte[] file) {
        try {
            return new StringReader(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString());
        } catch (CharacterCodingException e) {
            return new StringReader(new String(file, CHINESE));
        }
    }
}
