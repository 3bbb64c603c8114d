package org.chengshu.core.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An account as others see it, without its secrets. Area and organisations are codes. {@code area} is the one area that
 * all grants share, if they do; {@code areaPath} the path of the smallest area around all of them, {@code /} being the
 * whole city. {@code organisation} is the one the account belongs to. The version grows with each change.
 */
public record AccountView(
        UUID id,
        String name,
        String displayName,
        List<String> roles,
        List<Grant> grants,
        Optional<String> area,
        String areaPath,
        Optional<String> organisation,
        AccountState state,
        boolean hasPassword,
        boolean mustChangePassword,
        Optional<Instant> lastSignIn,
        Instant createdAt,
        long version) {
    public AccountView {
        roles = List.copyOf(roles);
        grants = List.copyOf(grants);
    }
}
