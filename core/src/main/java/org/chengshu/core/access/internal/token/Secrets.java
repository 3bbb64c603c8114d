package org.chengshu.core.access.internal.token;

import java.security.SecureRandom;
import java.util.Base64;
import org.chengshu.core.crypto.Sha256;

/** Makes secrets of 256 random bits and the hashes by which they are found again. */
public final class Secrets {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    private Secrets() {}

    public static String make(String prefix) {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    public static byte[] hash(String secret) {
        return Sha256.of(secret);
    }
}
