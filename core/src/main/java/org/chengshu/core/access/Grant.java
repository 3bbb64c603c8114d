package org.chengshu.core.access;

import java.util.Objects;
import java.util.Optional;

/**
 * A role given to an account for a part of the city: an area's code, an organisation's code, both or neither. Without an
 * area it holds for the whole city; without an organisation for all, but for permissions that end at one's own
 * organisation ({@link org.chengshu.core.spi.Permission.Limit}). Immutable.
 */
public record Grant(String role, Optional<String> area, Optional<String> organisation) {
    public Grant {
        Objects.requireNonNull(role, "role");
        area = area == null ? Optional.empty() : area.filter(code -> !code.isBlank());
        organisation = organisation == null ? Optional.empty() : organisation.filter(code -> !code.isBlank());
    }

    /** A role for the whole city. */
    public static Grant of(String role) {
        return new Grant(role, Optional.empty(), Optional.empty());
    }
}
