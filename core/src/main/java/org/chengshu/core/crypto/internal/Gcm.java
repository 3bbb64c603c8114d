package org.chengshu.core.crypto.internal;

import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.chengshu.core.crypto.FieldAlgorithm;

/** Authenticated encryption of short texts: nonce, then ciphertext, then tag. */
final class Gcm {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int SM4_KEY_BYTES = 16;
    private static final int AES_KEY_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final FieldAlgorithm algorithm;
    private final KeyParameter key;

    Gcm(FieldAlgorithm algorithm, byte[] key) {
        if (key.length != keyBytes(algorithm)) {
            throw new IllegalArgumentException(algorithm + " takes a key of " + keyBytes(algorithm) + " bytes");
        }
        this.algorithm = algorithm;
        this.key = new KeyParameter(key);
    }

    static int keyBytes(FieldAlgorithm algorithm) {
        return algorithm == FieldAlgorithm.SM4_GCM ? SM4_KEY_BYTES : AES_KEY_BYTES;
    }

    static byte[] random(int bytes) {
        byte[] fresh = new byte[bytes];
        RANDOM.nextBytes(fresh);
        return fresh;
    }

    byte[] seal(byte[] plain, byte[] context) {
        byte[] nonce = random(NONCE_BYTES);
        try {
            byte[] sealed = run(true, nonce, plain, context);
            byte[] whole = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
            System.arraycopy(sealed, 0, whole, NONCE_BYTES, sealed.length);
            return whole;
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException("encryption cannot fail", e);
        }
    }

    byte[] open(byte[] whole, byte[] context) throws InvalidCipherTextException {
        if (whole.length < NONCE_BYTES + TAG_BITS / Byte.SIZE) {
            throw new InvalidCipherTextException("too short");
        }
        byte[] nonce = Arrays.copyOf(whole, NONCE_BYTES);
        return run(false, nonce, Arrays.copyOfRange(whole, NONCE_BYTES, whole.length), context);
    }

    private byte[] run(boolean encrypting, byte[] nonce, byte[] input, byte[] context)
            throws InvalidCipherTextException {
        GCMModeCipher cipher = GCMBlockCipher.newInstance(
                algorithm == FieldAlgorithm.SM4_GCM ? new SM4Engine() : AESEngine.newInstance());
        cipher.init(encrypting, new AEADParameters(key, TAG_BITS, nonce, context));
        byte[] output = new byte[cipher.getOutputSize(input.length)];
        int written = cipher.processBytes(input, 0, input.length, output, 0);
        written += cipher.doFinal(output, written);
        return written == output.length ? output : Arrays.copyOf(output, written);
    }
}
