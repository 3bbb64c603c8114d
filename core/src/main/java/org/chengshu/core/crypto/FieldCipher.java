package org.chengshu.core.crypto;

/**
 * Seals single values before they go into the database, so that whoever reads the database or a copy of it reads nothing.
 * AES-256-GCM or SM4-GCM by the setting {@code crypto.algorithm}; each value is encrypted under the current data key with a
 * random nonce and bound to its {@link FieldPlace}; data keys lie in the database wrapped by the master key, which does not.
 * A sealed value is a text that names its key, so old values stay readable after a rotation. Of a sealed column nothing can
 * be searched, sorted or joined. A column that holds sealed values is handed over in a
 * {@code core.spi.SealedColumnSource}, so that a rotation can seal it anew. Safe for use by many threads.
 */
public interface FieldCipher {
    /** The value as it is to be stored; sealing twice gives different texts. */
    String seal(FieldPlace place, String value);

    /** The value again; {@code SEAL_BROKEN} when it was altered, moved, or its key is not here. */
    String open(FieldPlace place, String sealed);
}
