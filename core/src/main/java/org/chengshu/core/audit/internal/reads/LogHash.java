package org.chengshu.core.audit.internal.reads;

import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SM3Digest;

/** The SM3 hash of a log's lines, each with its line end, as they were before they were packed. */
final class LogHash {
    private LogHash() {}

    static String hex(SM3Digest digest) {
        byte[] hash = new byte[digest.getDigestSize()];
        digest.doFinal(hash, 0);
        return HexFormat.of().formatHex(hash);
    }
}
