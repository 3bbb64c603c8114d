package org.chengshu.core.crypto.internal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;
import org.chengshu.core.crypto.FieldAlgorithm;

/** The key that wraps the data keys; known to others by a fingerprint only. */
final class MasterKey {
    private static final int BYTES = 32;
    private static final int FINGERPRINT_BYTES = 6;

    private final byte[] key;

    private MasterKey(byte[] key) {
        this.key = key;
    }

    static MasterKey random() {
        return new MasterKey(Gcm.random(BYTES));
    }

    /** From its Base64 form; empty when that is not 32 bytes. */
    static Optional<MasterKey> of(String base64) {
        try {
            byte[] key = Base64.getDecoder().decode(base64.strip());
            return key.length == BYTES ? Optional.of(new MasterKey(key)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    String base64() {
        return Base64.getEncoder().encodeToString(key);
    }

    /** Tells keys apart without telling anything of them. */
    String fingerprint() {
        return HexFormat.of()
                .formatHex(Arrays.copyOf(derived(new SHA256Digest(), "chengshu fingerprint"), FINGERPRINT_BYTES));
    }

    /** A data key wrapped, in hexadecimal. */
    String wrap(FieldAlgorithm algorithm, byte[] dataKey, byte[] context) {
        return HexFormat.of().formatHex(wrapper(algorithm).seal(dataKey, context));
    }

    Gcm wrapper(FieldAlgorithm algorithm) {
        Digest digest = algorithm == FieldAlgorithm.SM4_GCM ? new SM3Digest() : new SHA256Digest();
        byte[] derived = derived(digest, "chengshu wrap " + algorithm);
        return new Gcm(algorithm, Arrays.copyOf(derived, Gcm.keyBytes(algorithm)));
    }

    private byte[] derived(Digest digest, String purpose) {
        HMac mac = new HMac(digest);
        mac.init(new KeyParameter(key));
        byte[] words = purpose.getBytes(StandardCharsets.UTF_8);
        mac.update(words, 0, words.length);
        byte[] result = new byte[mac.getMacSize()];
        mac.doFinal(result, 0);
        return result;
    }

    @Override
    public String toString() {
        return "MasterKey[" + fingerprint() + "]";
    }
}
