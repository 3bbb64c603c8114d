package org.chengshu.core.audit;

/** How the audit is hashed: SM3 (GB/T 32905) or SHA-256 (FIPS 180-4), both 32 bytes. Each link says which it used. */
public enum AuditAlgorithm {
    SM3,
    SHA_256
}
