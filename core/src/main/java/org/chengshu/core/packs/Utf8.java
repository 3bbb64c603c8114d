package org.chengshu.core.packs;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.chengshu.core.CoreError;
import org.chengshu.kernel.Fault;

/** Reads text that must be UTF-8; anything else is named rather than patched over. */
final class Utf8 {
    private Utf8() {}

    static String read(String name, byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Fault(CoreError.BAD_REQUEST, name + " is not UTF-8; save it as UTF-8 (GBK is not read)", e);
        }
    }
}
