package org.chengshu.core.access.internal.account;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** An account as stored, with its roles and what they permit together. */
record AccountRow(
        UUID id,
        String name,
        String displayName,
        Optional<String> passwordHash,
        Optional<String> area,
        Optional<String> organisation,
        List<String> roles,
        Set<String> permissions) {
    @Override
    public String toString() {
        return "AccountRow[" + name + "]";
    }
}
