package org.chengshu.core.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Tokens by which programs act as an account. A token is shown once, when it is issued; only its hash is kept. A revoked or
 * expired token is nobody within two seconds on every node. Safe for use by many threads.
 */
public interface ApiTokens {
    /** A token for whatever the account may, now or later. */
    default Issued issue(UUID account, String label, Optional<Instant> expires) {
        return issue(account, label, expires, TokenScope.all());
    }

    /** A token for a part of what the account may; faults with {@code BAD_REQUEST} when it does not hold that. */
    Issued issue(UUID account, String label, Optional<Instant> expires, TokenScope scope);

    /**
     * Issues a token on a new account of its own that has just this role, as the node does for its credential file. A
     * token issued before under the same label is revoked.
     */
    Issued issueFor(String role, String label);

    /** Who acts by this token, if it is good. */
    Optional<Viewer> find(String token);

    /** The tokens of an account, newest first, without their secrets. */
    List<TokenView> list(UUID account);

    /** Faults with {@code NOT_FOUND} when the account has no such token. */
    void revoke(UUID account, UUID token);

    /** A fresh token; the secret is not kept anywhere. */
    record Issued(UUID id, String token, Optional<Instant> expires) {
        @Override
        public String toString() {
            return "Issued[" + id + "]";
        }
    }
}
