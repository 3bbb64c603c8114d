package org.chengshu.core.crypto;

/** How fields are encrypted: both with a nonce of 12 bytes and a tag of 16 (NIST SP 800-38D; GB/T 32907 for SM4). */
public enum FieldAlgorithm {
    SM4_GCM,
    AES_256_GCM
}
