package org.chengshu.core.access.internal.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.core.access.AccountState;
import org.chengshu.core.access.Grant;

/** An account as stored, with its grants and what each permits. */
record AccountRow(
        UUID id,
        String name,
        String displayName,
        Optional<String> passwordHash,
        Optional<String> organisation,
        List<RoleGrant> grants,
        AccountState state,
        boolean mustChange,
        Optional<Instant> lastSignIn,
        Instant createdAt,
        long version) {
    List<Grant> bareGrants() {
        return grants.stream().map(RoleGrant::grant).toList();
    }

    boolean disabled() {
        return state == AccountState.DISABLED;
    }

    @Override
    public String toString() {
        return "AccountRow[" + name + "]";
    }
}
