package org.chengshu.core.access;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.chengshu.core.CoreError;
import org.chengshu.kernel.Fault;

/**
 * Who is looking, and what may be seen and done: rights by name, sight by a prefix of the area tree. Immutable.
 *
 * @param permissions {@code module:action}; {@code *} stands for all, {@code module:*} for all of a module
 * @param areaPath the area whose subtree is seen, such as {@code /310000/}; {@code /} is the whole city
 */
public record Viewer(
        UUID accountId,
        String name,
        String displayName,
        Set<String> permissions,
        String areaPath,
        Optional<String> organisationPath) {
    private static final String ALL = "*";

    public Viewer {
        Objects.requireNonNull(accountId, "accountId");
        Objects.requireNonNull(areaPath, "areaPath");
        permissions = Set.copyOf(permissions);
    }

    /** The platform itself: sees and may do everything. */
    public static Viewer system() {
        return new Viewer(new UUID(0, 0), "system", "system", Set.of(ALL), "/", Optional.empty());
    }

    public boolean may(String permission) {
        return permissions.contains(ALL)
                || permissions.contains(permission)
                || permissions.contains(permission.substring(0, permission.indexOf(':') + 1) + ALL);
    }

    /** Refuses with {@link CoreError#FORBIDDEN} when the right is lacking. */
    public void require(String permission) {
        if (!may(permission)) {
            throw new Fault(CoreError.FORBIDDEN, permission);
        }
    }

    public boolean sees(String path) {
        return path.startsWith(areaPath);
    }
}
