package org.chengshu.core.access.internal.gate;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.chengshu.core.access.Access;
import org.chengshu.core.access.Access.Reach;
import org.chengshu.core.spi.Permission;
import org.chengshu.core.spi.PermissionSource;

/** Works out what limits a route, from its declaration and that of its permission. */
final class Reaches {
    private final Map<String, Permission.Limit> limits = new HashMap<>();

    Reaches(Collection<PermissionSource> sources) {
        sources.forEach(source ->
                source.permissions().forEach(permission -> limits.put(permission.name(), permission.limit())));
    }

    /** What is wrong with the declaration of a route, if anything is. */
    Optional<String> fault(String method, String path, Access access) {
        if (access.reach() == Reach.NONE && access.why().isBlank()) {
            return Optional.of("reach = NONE needs its reason in why");
        }
        boolean silent = access.value().equals(Access.SIGNED_IN) && access.reach() == Reach.BY_PERMISSION;
        return silent && listsOrNames(method, path)
                ? Optional.of("a route for anybody who has signed in says its reach")
                : Optional.empty();
    }

    private static boolean listsOrNames(String method, String path) {
        return method.equals("GET") || path.contains("{");
    }

    String of(Access access) {
        Reach reach = access.reach() == Reach.BY_PERMISSION ? byPermission(access.value()) : access.reach();
        return reach.name().toLowerCase(Locale.ROOT);
    }

    private Reach byPermission(String permission) {
        if (permission.equals(Access.PUBLIC) || permission.equals(Access.SIGNED_IN)) {
            return Reach.NONE;
        }
        return switch (limits.getOrDefault(permission, Permission.Limit.AREA)) {
            case CITY -> Reach.CITY;
            case AREA -> Reach.AREA;
            case ORGANISATION, OWN_ORGANISATION -> Reach.ORGANISATION;
        };
    }
}
