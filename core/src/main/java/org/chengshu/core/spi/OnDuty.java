package org.chengshu.core.spi;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A bean that knows the roster: who of a role is on duty in an area. Where one answers with people, they are told instead
 * of everybody who holds the role there.
 */
@FunctionalInterface
public interface OnDuty {
    /** Empty when there is no roster for this role and area at that time. */
    Optional<Set<UUID>> find(String role, String areaPath, Instant at);
}
