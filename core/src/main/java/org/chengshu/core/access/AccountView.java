package org.chengshu.core.access;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** An account as others see it, without its secrets. Area and organisation are codes; an account without area serves the whole city. */
public record AccountView(
        UUID id,
        String name,
        String displayName,
        List<String> roles,
        Optional<String> area,
        String areaPath,
        Optional<String> organisation) {
    public AccountView {
        roles = List.copyOf(roles);
    }
}
