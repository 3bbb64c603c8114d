package org.chengshu.core.audit.internal.chain;

import java.nio.charset.StandardCharsets;
import org.bouncycastle.crypto.ExtendedDigest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.chengshu.core.audit.AuditAlgorithm;

/** Hashes words, each written with its length before it, so that no two lists of words read the same. */
final class Digest {
    private static final byte[] ABSENT = {'-', ','};

    private final ExtendedDigest digest;

    Digest(AuditAlgorithm algorithm) {
        this.digest = algorithm == AuditAlgorithm.SM3 ? new SM3Digest() : SHA256Digest.newInstance();
    }

    Digest word(String word) {
        return word(word.getBytes(StandardCharsets.UTF_8));
    }

    Digest word(byte[] word) {
        byte[] length = (word.length + ":").getBytes(StandardCharsets.US_ASCII);
        digest.update(length, 0, length.length);
        digest.update(word, 0, word.length);
        digest.update((byte) ',');
        return this;
    }

    Digest absent() {
        digest.update(ABSENT, 0, ABSENT.length);
        return this;
    }

    byte[] end() {
        byte[] hash = new byte[digest.getDigestSize()];
        digest.doFinal(hash, 0);
        return hash;
    }
}
