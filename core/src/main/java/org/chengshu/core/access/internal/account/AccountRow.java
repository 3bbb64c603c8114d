package org.chengshu.core.access.internal.account;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chengshu.core.access.Grant;

/** An account as stored, with its grants and what each permits. */
record AccountRow(
        UUID id,
        String name,
        String displayName,
        Optional<String> passwordHash,
        Optional<String> organisation,
        List<RoleGrant> grants) {
    List<Grant> bareGrants() {
        return grants.stream().map(RoleGrant::grant).toList();
    }

    @Override
    public String toString() {
        return "AccountRow[" + name + "]";
    }
}
