package org.chengshu.core.access;

import java.util.Set;
import java.util.UUID;

/** Finds people by what they are, for whoever has to tell them something. Safe for use by many threads. */
public interface Holders {
    /** The accounts that hold the role where this area path lies; an unknown or retired role has none. */
    Set<UUID> holdersOf(String role, String areaPath);

    /** The accounts that belong to the organisation or to one below it. */
    Set<UUID> membersOf(String organisation);
}
