package org.chengshu.core.access;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What a token may do of what its account may: only these permissions, only in this area, only for this organisation. What
 * is absent does not narrow. Area and organisation are codes. Immutable.
 */
public record TokenScope(Optional<Set<String>> permissions, Optional<String> area, Optional<String> organisation) {
    private static final TokenScope ALL = new TokenScope(Optional.empty(), Optional.empty(), Optional.empty());

    public TokenScope {
        permissions = permissions == null ? Optional.empty() : permissions.map(Set::copyOf);
        area = area == null ? Optional.empty() : area;
        organisation = organisation == null ? Optional.empty() : organisation;
        Objects.requireNonNull(permissions, "permissions");
    }

    /** Whatever the account may. */
    public static TokenScope all() {
        return ALL;
    }
}
