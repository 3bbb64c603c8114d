package org.chengshu.cases.check;

import java.nio.ByteBuffer;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Which cases are drawn for a sample; pure. HMAC-SHA-256 of the case's id under a secret key, its first 53 bits read as a
 * fraction from 0 to 1: a case is drawn when that lies below the share. So the same case is always drawn or never, a larger
 * share draws all that a smaller one does, and nobody without the key can tell beforehand.
 */
final class SampleRule {
    private static final String MAC = "HmacSHA256";
    private static final int BITS = 53;
    private static final int ID_BYTES = 16;

    private SampleRule() {}

    static boolean draws(byte[] key, UUID id, double share) {
        return fraction(key, id) < share;
    }

    private static double fraction(byte[] key, UUID id) {
        ByteBuffer bytes = ByteBuffer.allocate(ID_BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits());
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(key, MAC));
            long first = ByteBuffer.wrap(mac.doFinal(bytes.array())).getLong();
            return (double) (first >>> (Long.SIZE - BITS)) / (1L << BITS);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("this Java has no " + MAC, e);
        }
    }
}
