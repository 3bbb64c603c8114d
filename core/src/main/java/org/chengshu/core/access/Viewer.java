package org.chengshu.core.access;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.chengshu.core.CoreError;
import org.chengshu.kernel.Fault;

/**
 * Whoever looks or acts: an account with what it may do and the part of the city it sees. Paths are materialised tree
 * paths such as {@code /310000/310101/}; {@code /} is the whole city. Immutable; a snapshot of the moment of the request.
 */
public record Viewer(
        UUID accountId,
        String name,
        String displayName,
        Set<String> permissions,
        String areaPath,
        Optional<String> organisationPath) {
    /** The path of the whole city. */
    public static final String WHOLE_CITY = "/";

    private static final String EVERYTHING = "*";
    private static final Viewer SYSTEM =
            new Viewer(new UUID(0, 0), "system", "system", Set.of(EVERYTHING), WHOLE_CITY, Optional.empty());

    public Viewer {
        Objects.requireNonNull(accountId, "accountId");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(displayName, "displayName");
        permissions = Set.copyOf(permissions);
        Objects.requireNonNull(areaPath, "areaPath");
        Objects.requireNonNull(organisationPath, "organisationPath");
        if (!areaPath.startsWith("/") || !areaPath.endsWith("/")) {
            throw new IllegalArgumentException("an area path starts and ends with /, not " + areaPath);
        }
    }

    /** The platform itself, which may do everything everywhere. */
    public static Viewer system() {
        return SYSTEM;
    }

    /** Whether this viewer holds the permission, {@code module:*} of its module, or {@code *}. */
    public boolean may(String permission) {
        if (permissions.contains(permission) || permissions.contains(EVERYTHING)) {
            return true;
        }
        int colon = permission.indexOf(':');
        return colon > 0 && permissions.contains(permission.substring(0, colon + 1) + EVERYTHING);
    }

    /** Faults with {@link CoreError#FORBIDDEN} unless the viewer may. */
    public void require(String permission) {
        if (!may(permission)) {
            throw new Fault(CoreError.FORBIDDEN, "the right " + permission + " is needed");
        }
    }

    /** Whether a thing at this area path lies in the viewer's part of the city. */
    public boolean sees(String thingsAreaPath) {
        return thingsAreaPath.startsWith(areaPath);
    }
}
