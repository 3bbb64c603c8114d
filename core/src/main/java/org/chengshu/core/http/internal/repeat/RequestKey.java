package org.chengshu.core.http.internal.repeat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.chengshu.core.CoreError;
import org.chengshu.core.crypto.Sha256;
import org.chengshu.kernel.Fault;

/**
 * An account's {@code Idempotency-Key}. The database sees neither the key nor, in the clear, the answer: the answer may
 * hold a secret that is shown only once, so it is sealed with the key, which only the client knows.
 */
record RequestKey(UUID account, String key) {
    private static final Pattern GOOD = Pattern.compile("[\\x21-\\x7e]{8,200}");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    RequestKey {
        if (!GOOD.matcher(key).matches()) {
            throw new Fault(
                    CoreError.BAD_REQUEST,
                    "Idempotency-Key has 8..200 visible ASCII characters; a random UUID is best");
        }
    }

    byte[] id() {
        return digest("id");
    }

    long lock() {
        return ByteBuffer.wrap(id()).getLong();
    }

    byte[] seal(byte[] answer) {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, answer);
        return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
    }

    byte[] open(byte[] sealed) {
        return cipher(
                Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, NONCE), Arrays.copyOfRange(sealed, NONCE, sealed.length));
    }

    private byte[] cipher(int mode, byte[] nonce, byte[] content) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(digest("seal"), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new Fault(CoreError.INTERNAL, "a kept answer cannot be sealed or opened: " + e.getMessage(), e);
        }
    }

    private byte[] digest(String purpose) {
        String text = purpose + "\n" + account + "\n" + key;
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] sha256(byte[]... parts) {
        MessageDigest digest = Sha256.digest();
        for (byte[] part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }

    @Override
    public String toString() {
        return "RequestKey[" + account + "]";
    }
}
